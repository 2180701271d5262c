package io.milliwatt.irrigation.schedule;

import static io.milliwatt.irrigation.TestFarm.SITE;
import static io.milliwatt.irrigation.TestFarm.at;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.milliwatt.irrigation.TestFarm;
import io.milliwatt.irrigation.reason.Reason;
import io.milliwatt.irrigation.reason.ReasonCode;
import io.milliwatt.irrigation.supply.Blackout;
import io.milliwatt.irrigation.supply.Pump;
import io.milliwatt.irrigation.supply.Source;
import io.milliwatt.irrigation.supply.Valve;
import io.milliwatt.irrigation.zone.IrrigationMethod;
import io.milliwatt.irrigation.zone.Zone;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PlannerTest {
    private static final LocalDate DATE = LocalDate.of(2026, 6, 12);
    private static final WateringNight NIGHT = night(DATE);

    @Test
    void amountsByTimeDepthAndVolumeMeanTheSame() {
        Zone zone = zone("a", 60);
        Amount byDepth = new Amount.ByDepth(12);
        assertThat(byDepth.openTime(zone)).isEqualTo(Duration.ofHours(2));
        assertThat(new Amount.ByTime(Duration.ofHours(2)).millimetres(zone)).isCloseTo(12, within(1e-9));
        assertThat(new Amount.ByVolume(120).millimetres(zone)).isCloseTo(12, within(1e-9));
    }

    @Test
    void aRunThatTheSoilTakesInIsOnePieceAtTheNightsBegin() {
        Plan plan = plan(List.of(source(60)), List.of(request("a", 60, 12, 1)));
        RunPlan run = plan.runs().getFirst();
        assertThat(run.cycles()).containsExactly(new Cycle(at(DATE, 20, 0), at(DATE, 22, 0)));
        assertThat(run.cost()).isCloseTo(120 * 0.1, within(1e-9));
        assertThat(plan.conflicts()).isEmpty();
    }

    /** 30 mm/h on soil that takes in 12: 16 min until 5 mm stand, and 24 min until they are gone. */
    @Test
    void fasterWaterThanTheSoilTakesInComesInCyclesWithSoaks() {
        Zone zone = zone("a", 300);
        CycleAndSoak cycles = CycleAndSoak.of(zone).orElseThrow();
        assertThat(cycles.longestCycle()).isEqualTo(Duration.ofMinutes(16));
        assertThat(cycles.soak()).isEqualTo(Duration.ofMinutes(24));
        assertThat(cycles.standingMillimetres(zone)).isLessThanOrEqualTo(5);
        RunPlan run = plan(List.of(source(300)), List.of(request("a", 300, 20, 1)))
                .runs()
                .getFirst();
        assertThat(run.openTime()).isEqualTo(Duration.ofMinutes(40));
        assertThat(run.cycles()).hasSize(3);
        assertThat(run.notes().getFirst().code()).isEqualTo(ReasonCode.CYCLE_AND_SOAK);
        assertThat(Duration.between(
                        run.cycles().get(0).end(), run.cycles().get(1).start()))
                .isGreaterThanOrEqualTo(Duration.ofMinutes(24));
    }

    @Test
    void theMostUrgentGoesFirstAndWaitingCountsAsUrgency() {
        Plan plan = plan(List.of(source(60)), List.of(request("a", 60, 12, 3), request("b", 60, 12, 0.5)));
        assertThat(plan.runs()).extracting(RunPlan::zoneId).containsExactly("b", "a");
        assertThat(plan.runs().get(1).start()).isEqualTo(plan.runs().get(0).end());
        assertThat(plan.conflicts())
                .extracting(conflict -> conflict.reason().code())
                .containsExactly(ReasonCode.SOURCE_SHARED);
        WaterRequest waited = new WaterRequest(
                "a", zone("a", 60), new Amount.ByDepth(12), 3, 3, OptionalDouble.empty(), Optional.empty());
        assertThat(plan(List.of(source(60)), List.of(waited, request("b", 60, 12, 0.5)))
                        .runs())
                .extracting(RunPlan::zoneId)
                .containsExactly("a", "b");
    }

    @Test
    void twoValvesRunTogetherWhereTheSourceBearsBoth() {
        Plan plan = plan(List.of(source(120)), List.of(request("a", 60, 12, 3), request("b", 60, 12, 1)));
        assertThat(plan.runs()).extracting(RunPlan::start).containsOnly(at(DATE, 20, 0));
    }

    @Test
    void aPumpLimitsWhatTheSourceGives() {
        WaterSupply weak = new WaterSupply(
                List.of(source(120)), List.of(new Pump("p", "s", "Pump", 50, 11, 0.2)), valves(), List.of());
        Plan plan = Planner.plan(weak, NIGHT, List.of(), List.of(request("a", 60, 12, 1)));
        assertThat(plan.runs()).isEmpty();
        assertThat(plan.conflicts().getFirst().reason().sentence())
                .isEqualTo("S gives 50 m³ an hour, too little for the 60 m³ an hour of A.");
        Plan less = Planner.plan(weak, NIGHT, List.of(), List.of(request("a", 50, 10, 1)));
        assertThat(less.runs().getFirst().cost()).isCloseTo(100 * 0.1 + 2 * 11 * 0.2, within(1e-9));
    }

    @Test
    void aWellRestsAfterItsLongestRun() {
        Source well = new Source(
                "s",
                "home",
                "S",
                Source.Kind.WELL,
                60,
                OptionalDouble.empty(),
                Optional.of(new Source.RefillPause(Duration.ofMinutes(60), Duration.ofMinutes(30))),
                0.1,
                List.of());
        List<Cycle> cycles = plan(List.of(well), List.of(request("a", 60, 12, 1)))
                .runs()
                .getFirst()
                .cycles();
        assertThat(cycles)
                .containsExactly(
                        new Cycle(at(DATE, 20, 0), at(DATE, 21, 0)), new Cycle(at(DATE, 21, 30), at(DATE, 22, 30)));
    }

    @Test
    void aNightsLimitGivesTheRestToTheNextNight() {
        Source little = new Source(
                "s", "home", "S", Source.Kind.CANAL, 60, OptionalDouble.of(200), Optional.empty(), 0, List.of());
        Plan plan = plan(List.of(little), List.of(request("a", 60, 12, 1), request("b", 60, 12, 2)));
        assertThat(plan.runs().get(0).notes()).isEmpty();
        assertThat(plan.runs().get(1).cubicMetres()).isCloseTo(80, within(0.1));
        // Who reads the advice of B alone is told as well.
        assertThat(plan.runs().get(1).notes()).extracting(Reason::code).contains(ReasonCode.NIGHT_LIMIT);
        assertThat(plan.conflicts().getFirst().reason().sentence())
                .isEqualTo("S gives 200 m³ a night; 40 m³ of B must wait until the next night.");
    }

    @Test
    void theAllocationCutsARun() {
        WaterRequest poor = new WaterRequest(
                "a", zone("a", 60), new Amount.ByDepth(12), 1, 0, OptionalDouble.of(5), Optional.empty());
        assertThat(plan(List.of(source(60)), List.of(poor)).runs().getFirst().grossMillimetres())
                .isCloseTo(5, within(0.01));
        WaterRequest none = new WaterRequest(
                "a", zone("a", 60), new Amount.ByDepth(12), 1, 0, OptionalDouble.of(0), Optional.empty());
        assertThat(plan(List.of(source(60)), List.of(none)).runs()).isEmpty();
    }

    @Test
    void blackoutsOverMidnightAreLeftFree() {
        WaterSupply supply = new WaterSupply(
                List.of(source(60)),
                List.of(),
                valves(),
                List.of(Blackout.daily(LocalTime.of(21, 0), LocalTime.of(1, 30), "peak tariff")));
        Plan plan = Planner.plan(supply, NIGHT, List.of(), List.of(request("a", 60, 12, 1)));
        assertThat(plan.runs().getFirst().start()).isEqualTo(at(DATE.plusDays(1), 1, 30));
        assertThat(plan.conflicts().getFirst().reason().sentence())
                .isEqualTo("Nothing may run from 21:00 to 01:30: peak tariff.");
    }

    /** The clock goes from 02:00 to 03:00 on 29 March and from 03:00 to 02:00 on 25 October 2026. */
    @Test
    void nightsWithAChangeOfTheClockAreAsLongAsTheyAre() {
        assertThat(length(night(LocalDate.of(2026, 3, 28)))).isEqualTo(Duration.ofHours(11));
        assertThat(length(night(LocalDate.of(2026, 10, 24)))).isEqualTo(Duration.ofHours(13));
        Blackout small = Blackout.daily(LocalTime.of(1, 30), LocalTime.of(3, 30), "works");
        assertThat(blackedOut(small, LocalDate.of(2026, 3, 29))).isEqualTo(Duration.ofHours(1));
        assertThat(blackedOut(small, LocalDate.of(2026, 10, 25))).isEqualTo(Duration.ofHours(3));
        assertThat(blackedOut(small, LocalDate.of(2026, 6, 12))).isEqualTo(Duration.ofHours(2));
    }

    /** B's six hours are two parts, as its valve may be open for four: one fits before the morning. */
    @Test
    void whatDoesNotFitIsSaidInASentence() {
        Plan plan = plan(List.of(source(60)), List.of(request("a", 60, 48, 1), request("b", 60, 36, 2)));
        assertThat(plan.conflicts())
                .extracting(conflict -> conflict.reason().sentence())
                .contains("B does not fit before 08:00; 18 of 36 mm must wait until the next night.");
    }

    /** Laws on random farms: no source beyond its flow, its night or its well; nothing in a blackout; nothing open beyond a valve's maximum. */
    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8})
    void noPlanAsksMoreThanThereIs(long seed) {
        Random random = new Random(seed);
        Source well = new Source(
                "s",
                "home",
                "S",
                Source.Kind.WELL,
                120,
                OptionalDouble.of(600),
                Optional.of(new Source.RefillPause(Duration.ofMinutes(150), Duration.ofMinutes(20))),
                0.1,
                List.of(Blackout.daily(LocalTime.of(23, 0), LocalTime.of(0, 15), "quiet")));
        List<WaterRequest> requests = new ArrayList<>();
        for (String id : List.of("a", "b", "c", "d")) {
            requests.add(request(id, 30 + random.nextInt(90), 5 + random.nextInt(20), random.nextInt(5)));
        }
        WateringNight night = night(random.nextBoolean() ? DATE : LocalDate.of(2026, 10, 24));
        Plan plan = Planner.plan(
                new WaterSupply(List.of(well), List.of(), valves(), List.of()), night, List.of(), requests);
        List<Cycle> all =
                plan.runs().stream().flatMap(run -> run.cycles().stream()).toList();
        assertThat(plan.runs().stream().mapToDouble(RunPlan::cubicMetres).sum()).isLessThanOrEqualTo(600.5);
        Duration pumping = Duration.ZERO;
        int rest = 0;
        for (Instant t = night.from(); t.isBefore(night.until()); t = t.plusSeconds(60)) {
            Instant now = t;
            double flow = plan.runs().stream()
                    .filter(run -> run.cycles().stream()
                            .anyMatch(cycle ->
                                    !cycle.start().isAfter(now) && cycle.end().isAfter(now)))
                    .mapToDouble(RunPlan::flowCubicMetresPerHour)
                    .sum();
            assertThat(flow).isLessThanOrEqualTo(120);
            LocalTime clock = SITE.localTime(now).toLocalTime();
            if (!clock.isBefore(LocalTime.of(23, 0)) || clock.isBefore(LocalTime.of(0, 15))) {
                assertThat(flow).isZero();
            }
            rest = flow > 0 ? 0 : rest + 1;
            pumping = rest >= 20 ? Duration.ZERO : flow > 0 ? pumping.plusMinutes(1) : pumping;
            // A cycle of odd seconds shows in a minute more at either end.
            assertThat(pumping).isLessThanOrEqualTo(Duration.ofMinutes(150 + 2L * all.size()));
        }
        assertThat(all).allSatisfy(cycle -> {
            assertThat(cycle.length()).isLessThanOrEqualTo(Duration.ofHours(4));
            assertThat(cycle.end()).isBeforeOrEqualTo(night.until());
        });
    }

    private static Duration length(WateringNight night) {
        return Duration.between(night.from(), night.until());
    }

    private static Duration blackedOut(Blackout blackout, LocalDate date) {
        Blackout.Span span = blackout.on(date, TestFarm.MADRID);
        return Duration.between(span.from(), span.until());
    }

    private static WateringNight night(LocalDate date) {
        return WateringNight.of(SITE, date, LocalTime.of(20, 0), LocalTime.of(8, 0), at(date, 12, 0));
    }

    private static Plan plan(List<Source> sources, List<WaterRequest> requests) {
        return Planner.plan(new WaterSupply(sources, List.of(), valves(), List.of()), NIGHT, List.of(), requests);
    }

    private static Source source(double flow) {
        return new Source(
                "s", "home", "S", Source.Kind.CANAL, flow, OptionalDouble.empty(), Optional.empty(), 0.1, List.of());
    }

    private static List<Valve> valves() {
        List<Valve> valves = new ArrayList<>();
        for (String zone : List.of("a", "b", "c", "d")) {
            valves.add(new Valve(
                    "v" + zone, "s", Optional.of(zone), "V", 301, 0, Duration.ofHours(4), OptionalDouble.empty()));
        }
        return valves;
    }

    private static WaterRequest request(String zone, double flow, double millimetres, double daysToRefill) {
        return WaterRequest.of(zone, zone(zone, flow), new Amount.ByDepth(millimetres), daysToRefill);
    }

    private static Zone zone(String id, double flow) {
        Zone zone = TestFarm.zone(new IrrigationMethod(IrrigationMethod.Kind.SPRINKLER, flow, 1, 1));
        return new Zone(
                id,
                zone.fieldId(),
                id.toUpperCase(),
                zone.outline(),
                1,
                zone.soil(),
                zone.planting(),
                zone.method(),
                zone.refill(),
                zone.allocation(),
                zone.waterQuality());
    }
}
