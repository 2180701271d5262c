package io.milliwatt.ecg.adapter.rest;

import io.milliwatt.ecg.adapter.db.EpisodeTable;
import io.milliwatt.ecg.adapter.view.AlarmViews;
import io.milliwatt.ecg.adapter.view.EventView;
import io.milliwatt.ecg.event.Level;
import io.milliwatt.platform.security.Roles;
import io.milliwatt.platform.storage.TrendWindow;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** What happened to a patient. */
@Path("/api/patients/{id}/events")
@Produces(MediaType.APPLICATION_JSON)
@RolesAllowed({Roles.VIEWER, Roles.TECHNICIAN, Roles.CLINICIAN, Roles.ADMINISTRATOR})
@Tag(name = "events")
public class PatientEventResource {

    private static final Duration DEFAULT_LENGTH = Duration.ofDays(1);
    private static final int MOST_EVENTS = 2000;

    private final KnownPatients known;
    private final EpisodeTable episodes;
    private final AlarmViews views;
    private final AskedSpans spans;
    private final Clock clock;

    PatientEventResource(KnownPatients known, EpisodeTable episodes, AlarmViews views, AskedSpans spans, Clock clock) {
        this.known = known;
        this.episodes = episodes;
        this.views = views;
        this.spans = spans;
        this.clock = clock;
    }

    @GET
    @Operation(summary = "A patient's events, newest first; of the last day by default, without those set to off")
    public List<EventView> list(
            String id,
            @QueryParam("from") Optional<String> from,
            @QueryParam("to") Optional<String> to,
            @QueryParam("limit") @DefaultValue("200") @Min(1) @Max(MOST_EVENTS) int limit,
            @QueryParam("off") @DefaultValue("false") boolean withThoseOff) {
        String patient = known.get(id).admission().patient();
        // A node's clock may be a little ahead of this one.
        TrendWindow asked = spans.until(from, to, clock.instant().plus(Duration.ofMinutes(5)), DEFAULT_LENGTH, 1);
        return views.events(episodes.of(patient, asked.from(), asked.to(), limit)).stream()
                .filter(event -> withThoseOff || !event.level().equals(Level.OFF.label()))
                .toList();
    }
}
