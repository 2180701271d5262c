package io.milliwatt.irrigation.adapter.rest;

import io.milliwatt.irrigation.adapter.db.Run;
import io.milliwatt.irrigation.adapter.db.RunTable;
import io.milliwatt.irrigation.adapter.desk.RunDesk;
import io.milliwatt.irrigation.adapter.live.FarmNews;
import io.milliwatt.irrigation.adapter.view.RunView;
import io.milliwatt.irrigation.schedule.Amount;
import io.milliwatt.irrigation.schedule.CycleAndSoak;
import io.milliwatt.irrigation.zone.Zone;
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
import java.util.stream.Stream;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** Waterings. */
@Path("/api/runs")
@Produces(MediaType.APPLICATION_JSON)
@RolesAllowed({Roles.VIEWER, Roles.TECHNICIAN, Roles.AGRONOMIST, Roles.ADMINISTRATOR})
@Tag(name = "schedule")
public class RunResource {

    private final KnownThings known;
    private final RunTable table;
    private final RunDesk desk;
    private final FarmNews news;

    RunResource(KnownThings known, RunTable table, RunDesk desk, FarmNews news) {
        this.known = known;
        this.table = table;
        this.desk = desk;
        this.news = news;
    }

    /** A run by hand: one of the three amounts (millimetres are gross), and when; now where it is left out. */
    public record RunRequest(
            @NotBlank String zoneId,
            Optional<Double> minutes,
            Optional<Double> millimetres,
            Optional<Double> cubicMetres,
            Optional<Instant> startAt,
            Optional<@Valid Cycles> cycles) {

        /** Pulses with a pause between. */
        public record Cycles(
                @NotNull Double soakMinutes, @NotNull Double maximumCycleMinutes) {
            CycleAndSoak toCycles() {
                return new CycleAndSoak(seconds(maximumCycleMinutes), seconds(soakMinutes));
            }
        }

        Amount amount() {
            long given = Stream.of(minutes, millimetres, cubicMetres)
                    .filter(Optional::isPresent)
                    .count();
            if (given != 1) {
                throw new IllegalArgumentException(
                        "Give one of minutes, millimetres and cubicMetres; " + given + " are given.");
            }
            return minutes.<Amount>map(time -> new Amount.ByTime(seconds(time)))
                    .or(() -> millimetres.map(Amount.ByDepth::new))
                    .or(() -> cubicMetres.map(Amount.ByVolume::new))
                    .orElseThrow();
        }

        private static Duration seconds(double minutes) {
            return Duration.ofSeconds(Math.round(minutes * 60));
        }
    }

    /** Why it ends. */
    public record CancelRequest(Optional<String> reason) {}

    @GET
    @Operation(summary = "Runs that touch a stretch of time; yesterday to tomorrow by default")
    public List<RunView> list(@QueryParam("from") Optional<String> from, @QueryParam("to") Optional<String> to) {
        Instant start = from.map(TimeParameters::instant).orElse(known.now().minus(Duration.ofDays(1)));
        Instant end = to.map(TimeParameters::instant).orElse(known.now().plus(Duration.ofDays(1)));
        return table.between(start, end).stream()
                .map(run -> RunView.of(run, known.farm()))
                .toList();
    }

    @GET
    @Path("{id}")
    @Operation(summary = "One run")
    public RunView get(long id) {
        return RunView.of(find(id), known.farm());
    }

    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    @RolesAllowed({Roles.AGRONOMIST, Roles.ADMINISTRATOR})
    @Operation(summary = "Water a zone by hand; it always stops by itself; for agronomists")
    public RunView start(@NotNull @Valid RunRequest request) {
        Zone zone = known.zone(request.zoneId());
        try {
            Run run = desk.byHand(
                    zone,
                    request.amount(),
                    request.startAt(),
                    request.cycles().map(RunRequest.Cycles::toCycles),
                    known.user());
            news.changed(run);
            return RunView.of(run, known.farm());
        } catch (IllegalArgumentException invalid) {
            throw new ProblemException(400, "run.invalid", invalid.getMessage());
        } catch (RunDesk.Refused refused) {
            throw Refusal.of("run.refused", refused);
        }
    }

    @POST
    @Path("{id}/cancel")
    @Consumes(MediaType.WILDCARD)
    @RolesAllowed({Roles.AGRONOMIST, Roles.ADMINISTRATOR})
    @Operation(summary = "End a run; an open valve closes; for agronomists")
    public RunView cancel(long id, @Valid CancelRequest request) {
        find(id);
        String why = request == null ? "" : request.reason().map(String::strip).orElse("");
        try {
            Run run = desk.cancel(id, why, known.user());
            news.changed(run);
            return RunView.of(run, known.farm());
        } catch (RunDesk.Refused over) {
            throw new ProblemException(409, "run.over", over.getMessage());
        }
    }

    private Run find(long id) {
        return SetUpDesk.known(table.find(id), "run", Long.toString(id));
    }
}
