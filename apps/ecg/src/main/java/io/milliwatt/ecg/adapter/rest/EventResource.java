package io.milliwatt.ecg.adapter.rest;

import io.milliwatt.ecg.adapter.db.EpisodeTable;
import io.milliwatt.ecg.adapter.view.AlarmViews;
import io.milliwatt.ecg.adapter.view.EventView;
import io.milliwatt.ecg.adapter.view.StripView;
import io.milliwatt.ecg.adapter.view.StripViews;
import io.milliwatt.ecg.event.Episode;
import io.milliwatt.ecg.signal.StripWindow;
import io.milliwatt.platform.problems.ProblemException;
import io.milliwatt.platform.security.Roles;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.time.Clock;
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** One thing that happened, with the strip of signal around it. */
@Path("/api/events/{id}")
@Produces(MediaType.APPLICATION_JSON)
@RolesAllowed({Roles.VIEWER, Roles.TECHNICIAN, Roles.CLINICIAN, Roles.ADMINISTRATOR})
@Tag(name = "events")
public class EventResource {

    private final KnownPatients known;
    private final EpisodeTable episodes;
    private final AlarmViews views;
    private final StripViews strips;
    private final Clock clock;

    EventResource(KnownPatients known, EpisodeTable episodes, AlarmViews views, StripViews strips, Clock clock) {
        this.known = known;
        this.episodes = episodes;
        this.views = views;
        this.strips = strips;
        this.clock = clock;
    }

    @GET
    @Operation(summary = "One event")
    public EventView get(long id) {
        return views.event(find(id));
    }

    @GET
    @Path("strip")
    @Operation(summary = "The signal from 10 s before an event to its end, 20 s at least and 120 s at most")
    public StripView strip(long id) {
        Episode episode = find(id);
        String patient = episode.patient()
                .orElseThrow(() -> new ProblemException(
                        404,
                        "event.without-patient",
                        "Node " + episode.node() + " was on nobody when the event " + id + " began."));
        StripWindow window =
                StripWindow.around(episode.onsetAt(), episode.endAt().orElse(clock.instant()));
        return strips.of(
                known.get(patient).admission(),
                window.from(),
                window.to(),
                Optional.of(views.event(episode)),
                window.truncated());
    }

    private Episode find(long id) {
        return episodes.find(id)
                .orElseThrow(() -> new ProblemException(
                        404, "event.unknown", "There is no event " + id + ". See /api/patients/{id}/events."));
    }
}
