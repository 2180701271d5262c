package io.milliwatt.ecg.adapter.rest;

import io.milliwatt.ecg.adapter.db.AdmissionDesk;
import io.milliwatt.ecg.adapter.db.Stay;
import io.milliwatt.ecg.adapter.live.WallNews;
import io.milliwatt.ecg.adapter.view.PatientRow;
import io.milliwatt.ecg.adapter.view.PatientViews;
import io.milliwatt.ecg.patient.Bed;
import io.milliwatt.platform.problems.ProblemException;
import io.milliwatt.platform.security.Roles;
import io.quarkus.security.identity.SecurityIdentity;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** What happens to a patient during a stay: beds, nodes and the discharge. */
@Path("/api/patients/{id}")
@Produces(MediaType.APPLICATION_JSON)
@RolesAllowed({Roles.TECHNICIAN, Roles.CLINICIAN, Roles.ADMINISTRATOR})
@Tag(name = "patients")
public class AdmissionResource {

    private final FreePlaces free;
    private final KnownPatients known;
    private final AdmissionDesk desk;
    private final PatientViews views;
    private final WallNews news;
    private final SecurityIdentity user;

    AdmissionResource(
            FreePlaces free,
            KnownPatients known,
            AdmissionDesk desk,
            PatientViews views,
            WallNews news,
            SecurityIdentity user) {
        this.free = free;
        this.known = known;
        this.desk = desk;
        this.views = views;
        this.news = news;
        this.user = user;
    }

    /** A bed to move to. */
    public record BedRequest(
            @NotBlank @Size(max = 40) String bed,
            @NotBlank @Size(max = 40) String ward) {}

    @POST
    @Path("discharge")
    @Consumes(MediaType.WILDCARD)
    @RolesAllowed({Roles.CLINICIAN, Roles.ADMINISTRATOR})
    @Operation(summary = "Discharge a patient: nodes come off, alarms close, limits go back to default; for clinicians")
    public PatientRow discharge(String id) {
        return told(id, desk.discharge(known.here(id).admission(), name()));
    }

    @PUT
    @Path("bed")
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(summary = "Move a patient to another bed; for clinicians and technicians")
    public PatientRow move(String id, @NotNull @Valid BedRequest request) {
        Bed bed = new Bed(request.bed(), request.ward());
        free.require(bed, id);
        return told(id, desk.move(known.here(id).admission(), bed, name()));
    }

    @PUT
    @Path("nodes/{node}")
    @Consumes(MediaType.WILDCARD)
    @Operation(summary = "Put a node on a patient; for clinicians and technicians")
    public PatientRow putOn(String id, long node) {
        Stay stay = known.here(id);
        free.require(node, id);
        return stay.admission().nodes().contains(node) ? views.row(stay) : told(id, desk.putOn(stay, node, name()));
    }

    @DELETE
    @Path("nodes/{node}")
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

    private String name() {
        return user.getPrincipal().getName();
    }
}
