package io.milliwatt.irrigation.adapter.rest;

import io.milliwatt.irrigation.adapter.db.RunTable;
import io.milliwatt.irrigation.adapter.desk.RunDesk;
import io.milliwatt.irrigation.adapter.desk.SafetyDesk;
import io.milliwatt.irrigation.adapter.live.FarmNews;
import io.milliwatt.irrigation.adapter.view.RunView;
import io.milliwatt.irrigation.safety.EmergencyStop;
import io.milliwatt.irrigation.site.Site;
import io.milliwatt.platform.problems.ProblemException;
import io.milliwatt.platform.query.TimeParameters;
import io.milliwatt.platform.security.Roles;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** The schedule board, and the emergency stop. */
@Path("/api")
@Produces(MediaType.APPLICATION_JSON)
@RolesAllowed({Roles.VIEWER, Roles.TECHNICIAN, Roles.AGRONOMIST, Roles.ADMINISTRATOR})
@Tag(name = "schedule")
public class ScheduleResource {

    private final KnownThings known;
    private final RunTable runs;
    private final BlackoutResource blackouts;
    private final SourceResource sources;
    private final SafetyDesk safety;
    private final RunDesk desk;
    private final FarmNews news;

    ScheduleResource(
            KnownThings known,
            RunTable runs,
            BlackoutResource blackouts,
            SourceResource sources,
            SafetyDesk safety,
            RunDesk desk,
            FarmNews news) {
        this.known = known;
        this.runs = runs;
        this.blackouts = blackouts;
        this.sources = sources;
        this.safety = safety;
        this.desk = desk;
        this.news = news;
    }

    /** Everything that the board shows. */
    public record Schedule(
            List<RunView> runs,
            List<BlackoutResource.Entry> blackouts,
            List<SourceResource.SourceView> sources,
            Optional<EmergencyStop> emergencyStop) {}

    /** Why everything stops, or may go on. */
    public record StopRequest(@NotBlank String reason) {}

    @GET
    @Path("schedule")
    @Operation(summary = "Runs, blackouts, sources and the emergency stop; yesterday to tomorrow by default")
    public Schedule schedule(
            @QueryParam("from") Optional<String> from,
            @QueryParam("to") Optional<String> to,
            @QueryParam("site") Optional<String> site) {
        Instant start = from.map(TimeParameters::instant).orElse(known.now().minus(Duration.ofDays(1)));
        Instant end = to.map(TimeParameters::instant).orElse(known.now().plus(Duration.ofDays(2)));
        return new Schedule(
                runs.between(start, end).stream()
                        .map(run -> RunView.of(run, known.farm()))
                        .toList(),
                blackouts.list(),
                sources.list(),
                safety.state(known.site(site).id()).stop());
    }

    @POST
    @Path("emergency-stop")
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(
            summary = "Close everything, and open nothing until a person releases it; for everybody who is signed in")
    public EmergencyStop stop(@NotNull @Valid StopRequest request, @QueryParam("site") Optional<String> site) {
        Site of = known.site(site);
        news.changed(desk.stop(of.id(), known.user(), request.reason().strip()).transitions());
        Optional<EmergencyStop> stop = safety.state(of.id()).stop();
        news.emergency(of.id(), stop);
        return stop.orElseThrow();
    }

    @POST
    @Path("emergency-stop/release")
    @Consumes(MediaType.APPLICATION_JSON)
    @RolesAllowed({Roles.AGRONOMIST, Roles.ADMINISTRATOR})
    @Operation(summary = "Release the emergency stop; nothing opens by this alone; for agronomists")
    public void release(@NotNull @Valid StopRequest request, @QueryParam("site") Optional<String> site) {
        Site of = known.site(site);
        if (safety.state(of.id()).stop().isEmpty()) {
            throw new ProblemException(409, "emergency-stop.none", "There is no emergency stop to release.");
        }
        news.changed(
                desk.release(of.id(), known.user(), request.reason().strip()).transitions());
        news.emergency(of.id(), Optional.empty());
    }
}
