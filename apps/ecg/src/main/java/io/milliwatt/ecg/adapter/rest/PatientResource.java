package io.milliwatt.ecg.adapter.rest;

import io.milliwatt.ecg.adapter.db.AdmissionDesk;
import io.milliwatt.ecg.adapter.db.IdentityTable;
import io.milliwatt.ecg.adapter.db.PatientDirectory;
import io.milliwatt.ecg.adapter.db.Stay;
import io.milliwatt.ecg.adapter.live.WallNews;
import io.milliwatt.ecg.adapter.view.PatientRow;
import io.milliwatt.ecg.adapter.view.PatientViews;
import io.milliwatt.ecg.patient.Bed;
import io.milliwatt.ecg.patient.Pseudonym;
import io.milliwatt.platform.problems.ProblemException;
import io.milliwatt.platform.security.Roles;
import io.quarkus.security.identity.SecurityIdentity;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.ResponseStatus;

/** The patients: who is here, in which bed, with which nodes. */
@Path("/api/patients")
@Produces(MediaType.APPLICATION_JSON)
@RolesAllowed({Roles.VIEWER, Roles.TECHNICIAN, Roles.CLINICIAN, Roles.ADMINISTRATOR})
@Tag(name = "patients")
public class PatientResource {

    private final PatientDirectory directory;
    private final KnownPatients known;
    private final AdmissionDesk desk;
    private final IdentityTable identities;
    private final PatientViews views;
    private final WallNews news;
    private final SecurityIdentity user;

    PatientResource(
            PatientDirectory directory,
            KnownPatients known,
            AdmissionDesk desk,
            IdentityTable identities,
            PatientViews views,
            WallNews news,
            SecurityIdentity user) {
        this.directory = directory;
        this.known = known;
        this.desk = desk;
        this.identities = identities;
        this.views = views;
        this.news = news;
        this.user = user;
    }

    /** A bed to move to. */
    public record BedRequest(@NotBlank @Size(max = 40) String bed, @NotBlank @Size(max = 40) String ward) {}

    /** A patient with what is set and which nodes were on during the stay. */
    public record PatientDetails(PatientRow patient, SettingsView settings, List<AssignmentView> assignments) {}

    /** A node's time on the patient. */
    public record AssignmentView(long nodeId, Instant from, Optional<Instant> to) {}

    @GET
    @Operation(summary = "Patients, the most urgent first; those who are here, or all of the last week")
    public List<PatientRow> list(
            @QueryParam("state") @DefaultValue("open") @Pattern(regexp = "open|all", message = "must be open or all") String state) {
        return views.rows(state.equals("open") ? directory.open() : directory.recent());
    }

    @GET
    @Path("{id}")
    @Operation(summary = "One patient with limits, levels and nodes")
    public PatientDetails get(String id) {
        Stay stay = known.get(id);
        return new PatientDetails(
                views.row(stay),
                SettingsView.of(stay),
                stay.admission().assignments().stream()
                        .map(on -> new AssignmentView(on.node(), on.from(), on.to()))
                        .toList());
    }

    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    @RolesAllowed({Roles.CLINICIAN, Roles.TECHNICIAN, Roles.ADMINISTRATOR})
    @ResponseStatus(201)
    @Operation(summary = "Admit a patient, new or known, to a bed; for clinicians and technicians")
    public PatientRow admit(@NotNull @Valid AdmissionRequest request) {
        String patient = request.patientId().orElseGet(Pseudonym::draw);
        request.patientId().map(known::get).filter(stay -> stay.admission().isOpen()).ifPresent(stay -> {
            throw new ProblemException(
                    409,
                    "patient.here",
                    "The patient " + patient + " is here already, in bed "
                            + stay.admission().bed().name() + ".");
        });
        requireFree(request.toBed(), patient);
        request.nodeId().ifPresent(node -> requireFree(node, patient));
        if (request.identity().isPresent()) {
            IdentityResource.requireSeparated(identities);
            identities.put(request.identity().get().of(patient), name());
        }
        return told(patient, desk.admit(patient, request.toBed(), request.nodeId(), name()));
    }

    @POST
    @Path("{id}/discharge")
    @Consumes(MediaType.WILDCARD)
    @RolesAllowed({Roles.CLINICIAN, Roles.ADMINISTRATOR})
    @Operation(summary = "Discharge a patient: nodes come off, alarms close, limits go back to default; for clinicians")
    public PatientRow discharge(String id) {
        return told(id, desk.discharge(known.here(id).admission(), name()));
    }

    @PUT
    @Path("{id}/bed")
    @Consumes(MediaType.APPLICATION_JSON)
    @RolesAllowed({Roles.CLINICIAN, Roles.TECHNICIAN, Roles.ADMINISTRATOR})
    @Operation(summary = "Move a patient to another bed; for clinicians and technicians")
    public PatientRow move(String id, @NotNull @Valid BedRequest request) {
        Bed bed = new Bed(request.bed(), request.ward());
        requireFree(bed, id);
        return told(id, desk.move(known.here(id).admission(), bed, name()));
    }

    @PUT
    @Path("{id}/nodes/{node}")
    @Consumes(MediaType.WILDCARD)
    @RolesAllowed({Roles.CLINICIAN, Roles.TECHNICIAN, Roles.ADMINISTRATOR})
    @Operation(summary = "Put a node on a patient; for clinicians and technicians")
    public PatientRow putOn(String id, long node) {
        Stay stay = known.here(id);
        requireFree(node, id);
        return stay.admission().nodes().contains(node) ? views.row(stay) : told(id, desk.putOn(stay, node, name()));
    }

    @DELETE
    @Path("{id}/nodes/{node}")
    @RolesAllowed({Roles.CLINICIAN, Roles.TECHNICIAN, Roles.ADMINISTRATOR})
    @Operation(summary = "Take a node off a patient; for clinicians and technicians")
    public PatientRow takeOff(String id, long node) {
        Stay stay = known.here(id);
        if (!stay.admission().nodes().contains(node)) {
            throw new ProblemException(404, "node.elsewhere", "Node " + node + " is not on the patient " + id + ".");
        }
        return told(id, desk.takeOff(stay, node, name()));
    }

    private PatientRow told(String patient, AdmissionDesk.Outcome outcome) {
        news.changed(outcome.transitions(), outcome.episodes());
        news.changed(patient);
        return views.row(known.get(patient));
    }

    private void requireFree(long node, String patient) {
        if (node < 1 || node > 0xFFFF_FFFFL) {
            throw new ProblemException(400, "node.invalid", "The node is " + node + "; nodes are numbered 1…4294967295.");
        }
        directory.withNode(node).map(stay -> stay.admission()).ifPresent(other -> {
            if (!other.patient().equals(patient)) {
                throw new ProblemException(
                        409,
                        "node.taken",
                        "Node " + node + " is on the patient in bed " + other.bed().name() + " of "
                                + other.bed().ward() + "; take it off there first.");
            }
        });
    }

    private void requireFree(Bed bed, String patient) {
        directory.open().stream()
                .map(Stay::admission)
                .filter(other -> other.bed().equals(bed) && !other.patient().equals(patient))
                .findFirst()
                .ifPresent(other -> {
                    throw new ProblemException(
                            409,
                            "bed.taken",
                            "In bed " + bed.name() + " of " + bed.ward() + " lies the patient " + other.patient()
                                    + "; discharge or move that one first.");
                });
    }

    private String name() {
        return user.getPrincipal().getName();
    }
}
