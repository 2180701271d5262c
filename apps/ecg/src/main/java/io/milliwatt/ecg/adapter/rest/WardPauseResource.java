package io.milliwatt.ecg.adapter.rest;

import io.milliwatt.ecg.adapter.db.PatientDirectory;
import io.milliwatt.ecg.adapter.view.PatientRow;
import io.milliwatt.ecg.adapter.view.PatientViews;
import io.milliwatt.ecg.alarm.Pause;
import io.milliwatt.platform.problems.ProblemException;
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
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** The audio of all patients' alarms paused at once. */
@Path("/api/pause")
@Produces(MediaType.APPLICATION_JSON)
@RolesAllowed({Roles.TECHNICIAN, Roles.CLINICIAN, Roles.ADMINISTRATOR})
@Tag(name = "alarms")
public class WardPauseResource {

    private final Pauses pauses;
    private final PatientDirectory directory;
    private final PatientViews views;

    WardPauseResource(Pauses pauses, PatientDirectory directory, PatientViews views) {
        this.pauses = pauses;
        this.directory = directory;
        this.views = views;
    }

    @PUT
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(summary = "Pause the audio of all patients' alarms")
    public List<PatientRow> beginAll(@NotNull @Valid PauseRequest request) {
        if (request.toKind() != Pause.Kind.AUDIO_PAUSED) {
            throw new ProblemException(
                    400, "pause.invalid", "For all patients at once only the audio can be paused: 'audio-paused'.");
        }
        directory.open().forEach(stay -> pauses.begin(stay, request));
        return views.rows(directory.open());
    }

    @DELETE
    @Operation(summary = "Let all patients' alarms through again")
    public List<PatientRow> endAll() {
        directory.open().forEach(pauses::end);
        return views.rows(directory.open());
    }
}
