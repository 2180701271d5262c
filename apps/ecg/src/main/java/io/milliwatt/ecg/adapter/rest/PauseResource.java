package io.milliwatt.ecg.adapter.rest;

import io.milliwatt.ecg.adapter.db.PatientDirectory;
import io.milliwatt.ecg.adapter.db.PauseBook;
import io.milliwatt.ecg.adapter.db.Stay;
import io.milliwatt.ecg.adapter.live.WallNews;
import io.milliwatt.ecg.adapter.view.PatientRow;
import io.milliwatt.ecg.adapter.view.PatientViews;
import io.milliwatt.ecg.alarm.Pause;
import io.milliwatt.platform.problems.ProblemException;
import io.milliwatt.platform.security.Roles;
import io.quarkus.security.identity.SecurityIdentity;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** Alarms held back: audio paused or off, alarms paused or off. */
@Path("/api")
@Produces(MediaType.APPLICATION_JSON)
@RolesAllowed({Roles.TECHNICIAN, Roles.CLINICIAN, Roles.ADMINISTRATOR})
@Tag(name = "alarms")
public class PauseResource {

    private final PauseBook pauses;
    private final KnownPatients known;
    private final PatientDirectory directory;
    private final PatientViews views;
    private final WallNews news;
    private final SecurityIdentity user;

    PauseResource(
            PauseBook pauses,
            KnownPatients known,
            PatientDirectory directory,
            PatientViews views,
            WallNews news,
            SecurityIdentity user) {
        this.pauses = pauses;
        this.known = known;
        this.directory = directory;
        this.views = views;
        this.news = news;
        this.user = user;
    }

    /**
     * What is to be held back.
     *
     * @param seconds for how long, 30…600; absent for the kinds without an end
     */
    public record PauseRequest(@NotNull String kind, Optional<Long> seconds) {}

    @PUT
    @Path("patients/{id}/pause")
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(summary = "Hold a patient's alarms back: audio-paused, alarm-paused, audio-off or alarm-off")
    public PatientRow begin(String id, @NotNull @Valid PauseRequest request) {
        Stay stay = known.here(id);
        begin(stay, request);
        return views.row(stay);
    }

    @DELETE
    @Path("patients/{id}/pause")
    @Operation(summary = "Let a patient's alarms through again")
    public PatientRow end(String id) {
        Stay stay = known.get(id);
        end(stay);
        return views.row(stay);
    }

    @PUT
    @Path("pause")
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(summary = "Pause the audio of all patients' alarms")
    public List<PatientRow> beginAll(@NotNull @Valid PauseRequest request) {
        if (kind(request) != Pause.Kind.AUDIO_PAUSED) {
            throw new ProblemException(
                    400, "pause.invalid", "For all patients at once only the audio can be paused: 'audio-paused'.");
        }
        directory.open().forEach(stay -> begin(stay, request));
        return views.rows(directory.open());
    }

    @DELETE
    @Path("pause")
    @Operation(summary = "Let all patients' alarms through again")
    public List<PatientRow> endAll() {
        directory.open().forEach(this::end);
        return views.rows(directory.open());
    }

    private void begin(Stay stay, PauseRequest request) {
        try {
            pauses.begin(
                    stay, kind(request), request.seconds().map(Duration::ofSeconds), user.getPrincipal().getName());
        } catch (IllegalArgumentException invalid) {
            throw new ProblemException(400, "pause.invalid", invalid.getMessage());
        }
        news.changed(stay.admission().patient());
    }

    private void end(Stay stay) {
        pauses.end(stay.admission().patient(), user.getPrincipal().getName());
        news.changed(stay.admission().patient());
    }

    private static Pause.Kind kind(PauseRequest request) {
        return Pause.Kind.fromLabel(request.kind())
                .orElseThrow(() -> new ProblemException(
                        400,
                        "pause.invalid",
                        "There is no pause '" + request.kind()
                                + "'; there are audio-paused, alarm-paused, audio-off and alarm-off."));
    }
}
