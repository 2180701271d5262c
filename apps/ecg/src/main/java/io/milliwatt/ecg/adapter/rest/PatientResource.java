package io.milliwatt.ecg.adapter.rest;

import io.milliwatt.ecg.adapter.db.AdmissionDesk;
import io.milliwatt.ecg.adapter.db.IdentityTable;
import io.milliwatt.ecg.adapter.db.PatientDirectory;
import io.milliwatt.ecg.adapter.db.Stay;
import io.milliwatt.ecg.adapter.live.WallNews;
import io.milliwatt.ecg.adapter.view.PatientRow;
import io.milliwatt.ecg.adapter.view.PatientViews;
import io.milliwatt.ecg.patient.Pseudonym;
import io.milliwatt.platform.problems.ProblemException;
import io.milliwatt.platform.security.Roles;
import io.quarkus.security.identity.SecurityIdentity;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
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
    private final FreePlaces free;
    private final AdmissionDesk desk;
    private final IdentityTable identities;
    private final PatientViews views;
    private final WallNews news;
    private final SecurityIdentity user;

    PatientResource(
            PatientDirectory directory,
            KnownPatients known,
            FreePlaces free,
            AdmissionDesk desk,
            IdentityTable identities,
            PatientViews views,
            WallNews news,
            SecurityIdentity user) {
        this.directory = directory;
        this.known = known;
        this.free = free;
        this.desk = desk;
        this.identities = identities;
        this.views = views;
        this.news = news;
        this.user = user;
    }

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
        request.patientId()
                .map(known::get)
                .filter(stay -> stay.admission().isOpen())
                .ifPresent(stay -> {
                    throw new ProblemException(
                            409,
                            "patient.here",
                            "The patient " + patient + " is here already, in bed "
                                    + stay.admission().bed().name() + ".");
                });
        free.require(request.toBed(), patient);
        request.nodeId().ifPresent(node -> free.require(node, patient));
        if (request.identity().isPresent()) {
            IdentityResource.requireReady(identities);
            identities.put(request.identity().get().of(patient), name());
        }
        return told(patient, desk.admit(patient, request.toBed(), request.nodeId(), name()));
    }

    private PatientRow told(String patient, AdmissionDesk.Outcome outcome) {
        news.changed(outcome.transitions(), outcome.episodes());
        news.changed(patient);
        return views.row(known.get(patient));
    }

    private String name() {
        return user.getPrincipal().getName();
    }
}
