package io.milliwatt.ecg.adapter.rest;

import io.milliwatt.ecg.adapter.db.Stay;
import io.milliwatt.ecg.adapter.view.PatientRow;
import io.milliwatt.ecg.adapter.view.PatientViews;
import io.milliwatt.platform.security.Roles;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** A patient's alarms held back: audio paused or off, alarms paused or off. */
@Path("/api/patients/{id}/pause")
@Produces(MediaType.APPLICATION_JSON)
@RolesAllowed({Roles.TECHNICIAN, Roles.CLINICIAN, Roles.ADMINISTRATOR})
@Tag(name = "alarms")
public class PauseResource {

    private final Pauses pauses;
    private final KnownPatients known;
    private final PatientViews views;

    PauseResource(Pauses pauses, KnownPatients known, PatientViews views) {
        this.pauses = pauses;
        this.known = known;
        this.views = views;
    }

    @PUT
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(summary = "Hold a patient's alarms back: audio-paused, alarm-paused, audio-off or alarm-off")
    public PatientRow begin(String id, @NotNull @Valid PauseRequest request) {
        Stay stay = known.here(id);
        pauses.begin(stay, request);
        return views.row(stay);
    }

    @DELETE
    @Operation(summary = "Let a patient's alarms through again")
    public PatientRow end(String id) {
        Stay stay = known.get(id);
        pauses.end(stay);
        return views.row(stay);
    }
}
