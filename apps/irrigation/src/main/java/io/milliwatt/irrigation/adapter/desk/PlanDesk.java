package io.milliwatt.irrigation.adapter.desk;

import io.milliwatt.irrigation.adapter.db.Farm;
import io.milliwatt.irrigation.adapter.db.FarmDirectory;
import io.milliwatt.irrigation.adapter.db.Run;
import io.milliwatt.irrigation.adapter.db.RunTable;
import io.milliwatt.irrigation.recommendation.Figures;
import io.milliwatt.irrigation.recommendation.Recommendation;
import io.milliwatt.irrigation.schedule.Amount;
import io.milliwatt.irrigation.schedule.Cycle;
import io.milliwatt.irrigation.schedule.CycleAndSoak;
import io.milliwatt.irrigation.schedule.Plan;
import io.milliwatt.irrigation.schedule.Planner;
import io.milliwatt.irrigation.schedule.RunPlan;
import io.milliwatt.irrigation.schedule.WaterRequest;
import io.milliwatt.irrigation.schedule.WaterSupply;
import io.milliwatt.irrigation.schedule.WateringNight;
import io.milliwatt.irrigation.site.Site;
import io.milliwatt.irrigation.supply.Pump;
import io.milliwatt.irrigation.zone.Zone;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** Finds the time for a watering among those that stand already. */
@ApplicationScoped
public class PlanDesk {

    private static final Duration LONGEST_WAIT = Duration.ofHours(24);

    private final FarmDirectory directory;
    private final RunTable runs;
    private final LocalTime nightBegins;
    private final LocalTime nightEnds;

    PlanDesk(
            FarmDirectory directory,
            RunTable runs,
            @ConfigProperty(name = "milliwatt.watering.from", defaultValue = "20:00") LocalTime nightBegins,
            @ConfigProperty(name = "milliwatt.watering.until", defaultValue = "08:00") LocalTime nightEnds) {
        this.directory = directory;
        this.runs = runs;
        this.nightBegins = nightBegins;
        this.nightEnds = nightEnds;
    }

    /** Tonight, or in what is left of the night; in the next one where nothing fits into that any more. At most one run, that of the zone's id. */
    public Plan tonight(Site site, Zone zone, Recommendation advice, Instant now) {
        if (advice.grossMillimetres() <= 0) {
            return new Plan(List.of(), List.of());
        }
        double urgency = advice.figures()
                .map(Figures::daysToRefill)
                .filter(OptionalDouble::isPresent)
                .map(OptionalDouble::getAsDouble)
                .orElse(0.0);
        WaterRequest request = WaterRequest.of(zone.id(), zone, new Amount.ByDepth(advice.grossMillimetres()), urgency);
        WateringNight night = night(site, now);
        Plan tonight = plan(site, night, request);
        boolean begun = night.from().equals(now);
        return !tonight.runs().isEmpty() || !begun ? tonight : plan(site, night.next(nightBegins, nightEnds), request);
    }

    /** At a time that a person names, or as soon after as source, pump and blackouts allow. */
    public Plan at(Site site, Zone zone, Amount amount, Instant start, Optional<CycleAndSoak> cycles) {
        WaterRequest request = new WaterRequest(zone.id(), zone, amount, 0, 0, OptionalDouble.empty(), cycles);
        return plan(site, new WateringNight(site, start, start.plus(LONGEST_WAIT)), request);
    }

    /** How long water may be given in a night without a change of the clock. */
    Duration usualNight() {
        Duration length = Duration.between(nightBegins, nightEnds);
        return length.isPositive() ? length : length.plusDays(1);
    }

    /** The night that is, or the next one. */
    WateringNight night(Site site, Instant now) {
        LocalDate today = site.dateAt(now);
        WateringNight last = WateringNight.of(site, today.minusDays(1), nightBegins, nightEnds, now);
        return last.until().isAfter(now) ? last : WateringNight.of(site, today, nightBegins, nightEnds, now);
    }

    private Plan plan(Site site, WateringNight night, WaterRequest request) {
        Farm farm = directory.farm();
        List<Pump> pumps = farm.sources().stream()
                .flatMap(source -> farm.pump(source.id()).stream())
                .toList();
        WaterSupply supply = new WaterSupply(
                farm.sources().stream()
                        .filter(source -> source.siteId().equals(site.id()))
                        .toList(),
                pumps,
                List.copyOf(farm.valves()),
                List.of());
        List<RunPlan> standing = runs.between(night.from().minus(LONGEST_WAIT), night.until()).stream()
                .filter(run -> run.state() != Run.State.CANCELLED && run.state() != Run.State.FAILED)
                .flatMap(run -> standing(farm, run).stream())
                .toList();
        return Planner.plan(supply, night, standing, List.of(request));
    }

    private static Optional<RunPlan> standing(Farm farm, Run run) {
        return farm.zone(run.zoneId())
                .map(zone -> new RunPlan(
                        "run/" + run.id(),
                        run.zoneId(),
                        run.valveId(),
                        run.sourceId(),
                        run.cycles().stream()
                                .map(cycle -> new Cycle(
                                        cycle.startAt(), cycle.startAt().plusSeconds(cycle.seconds())))
                                .toList(),
                        0,
                        0,
                        zone.method().flowCubicMetresPerHour(),
                        0,
                        List.of()));
    }
}
