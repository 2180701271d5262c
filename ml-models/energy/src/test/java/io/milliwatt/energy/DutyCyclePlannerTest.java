package io.milliwatt.energy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.util.OptionalDouble;
import org.junit.jupiter.api.Test;

/** The released vibration recipe on its boards, with the instructions that the bench counted. */
class DutyCyclePlannerTest {

    private static final OptionalDouble ANY = OptionalDouble.empty();

    private static DutyCyclePlanner planner(BoardProfile board) {
        return new DutyCyclePlanner(Recipes.VIBRATION, board, InstructionCounts.measured(), 4);
    }

    private static EnergyEstimate estimate(BoardProfile board, Schedule schedule) {
        return EnergyEstimate.of(
                board, new Workload(Recipes.VIBRATION, schedule).day(board, InstructionCounts.measured()));
    }

    @Test
    void aLifeIsReachedByTheShortestIntervalThatDoes() {
        Plan plan = planner(Boards.M4_BLE).plan(OptionalDouble.of(5), ANY);
        assertThat(plan).isInstanceOfSatisfying(Plan.Met.class, met -> {
            assertThat(met.estimate().batteryYears()).isGreaterThanOrEqualTo(5);
            assertThat(met.marginYears()).isEqualTo(met.estimate().batteryYears() - 5);
        });
        Schedule chosen = plan.workload().schedule();
        assertThat(estimate(Boards.M4_BLE, new Schedule(4, chosen.intervalSeconds() / 2))
                        .batteryYears())
                .isLessThan(5);
        assertThat(plan.sentence()).startsWith("One burst every " + chosen.interval() + ": ");
    }

    @Test
    void aDelayIsKeptByTheLongestIntervalThatDoes() {
        Plan plan = planner(Boards.M4_BLE).plan(ANY, OptionalDouble.of(1000));
        assertThat(plan.workload().schedule().intervalSeconds()).isEqualTo(900);
        assertThat(plan.workload().delay().worstSeconds()).isLessThanOrEqualTo(1000);
    }

    @Test
    void aLifeBeyondTheBoardsSleepIsSaidToBeImpossible() {
        Plan plan = planner(Boards.M4_BLE).plan(OptionalDouble.of(60), ANY);
        assertThat(plan).isInstanceOf(Plan.Unmet.class);
        assertThat(plan.sentence())
                .startsWith("60.0 years cannot be had: even one burst every 1 d gives ")
                .contains("5.0 µA asleep, 2040 mAh usable");
    }

    @Test
    void aDelayShorterThanTheVotesIsSaidToBeImpossible() {
        Plan plan = planner(Boards.M4_BLE).plan(ANY, OptionalDouble.of(2));
        assertThat(plan).isInstanceOf(Plan.Unmet.class);
        assertThat(plan.sentence())
                .isEqualTo(
                        "A delay of at most 2 s cannot be had: even continuous sampling takes 6 s at worst, because 3"
                                + " windows of 1 s have to agree.");
    }

    @Test
    void lifeAndDelayThatContradictEachOtherAreToldTogether() {
        Plan plan = planner(Boards.M4_BLE).plan(OptionalDouble.of(8), OptionalDouble.of(30));
        assertThat(plan).isInstanceOf(Plan.Unmet.class);
        assertThat(plan.sentence())
                .contains("8.0 years need one burst every")
                .endsWith("longer than the 30 s allowed.");
    }

    @Test
    void planningForNothingIsRefused() {
        assertThatExceptionOfType(EnergyException.class)
                .isThrownBy(() -> planner(Boards.M4_BLE).plan(ANY, ANY));
    }

    /** The design's figure for the vibration node; the command prints the same numbers. */
    @Test
    void burstsMakeYearsOutOfTheDaysOfContinuousSampling() {
        assertThat(estimate(Boards.M4_BLE, Schedule.CONTINUOUS).batteryYears() * 365.25)
                .isBetween(10.0, 40.0);
        assertThat(estimate(Boards.M4_BLE, Recipes.VIBRATION.usualSchedule()).batteryYears())
                .isGreaterThan(5);
    }

    @Test
    void longerIntervalsLastLongerAndTellLater() {
        double years = 0;
        double delay = 0;
        for (long seconds : new long[] {60, 300, 600, 3600, 86_400}) {
            Schedule schedule = new Schedule(4, seconds);
            double next = estimate(Boards.M4_LORAWAN, schedule).batteryYears();
            double later = new Workload(Recipes.VIBRATION, schedule).delay().worstSeconds();
            assertThat(next).isGreaterThan(years);
            assertThat(later).isGreaterThan(delay);
            years = next;
            delay = later;
        }
    }

    /** The design's figure for the soil chain: at least five years on two AA cells, a reading every 15 minutes. */
    @Test
    void aSoilProbeLastsFiveYearsOnTwoCellsAtAReadingEveryQuarterOfAnHour() {
        Schedule quarterly = Recipes.SOIL.usualSchedule();
        assertThat(quarterly).isEqualTo(new Schedule(1, 900));
        EnergyEstimate estimate = EnergyEstimate.of(
                Boards.M0_SOIL,
                new Workload(Recipes.SOIL, quarterly).day(Boards.M0_SOIL, InstructionCounts.measured()));
        assertThat(estimate.day().framesSent()).isEqualTo(24);
        assertThat(estimate.leastBatteryYears()).isGreaterThanOrEqualTo(5);
    }

    /** With quality control, the forecast and a report every hour. */
    @Test
    void aSoilNodeWithItsForecastLastsFiveYearsOnTwoCells() {
        EnergyEstimate estimate = EnergyEstimate.of(
                Boards.M0_SOIL,
                new Workload(Recipes.SOIL_FORECAST, Recipes.SOIL_FORECAST.usualSchedule())
                        .day(Boards.M0_SOIL, InstructionCounts.measured()));
        assertThat(estimate.day().framesSent()).isEqualTo(24);
        assertThat(estimate.day().bytesSent()).isEqualTo(24 * 11);
        assertThat(estimate.leastBatteryYears()).isBetween(5.0, 7.0);
    }

    @Test
    void aProbeWithoutAModelIsPlannedForItsLifeOnly() {
        DutyCyclePlanner soil = new DutyCyclePlanner(Recipes.SOIL, Boards.M0_SOIL, InstructionCounts.measured(), 1);
        assertThat(soil.plan(OptionalDouble.of(5), ANY)).isInstanceOf(Plan.Met.class);
        assertThatExceptionOfType(EnergyException.class)
                .isThrownBy(() -> soil.plan(ANY, OptionalDouble.of(60)))
                .withMessage("Soil readings have no model that could tell of anything late; plan for a battery life.");
    }
}
