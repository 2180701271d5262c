package io.milliwatt.irrigation.season;

import static org.assertj.core.api.Assertions.assertThat;

import io.milliwatt.irrigation.TestFarm;
import io.milliwatt.irrigation.reason.Reason;
import io.milliwatt.irrigation.reason.ReasonCode;
import io.milliwatt.irrigation.recommendation.Action;
import io.milliwatt.irrigation.zone.Allocation;
import io.milliwatt.irrigation.zone.CropTable;
import io.milliwatt.irrigation.zone.IrrigationMethod;
import io.milliwatt.irrigation.zone.Planting;
import io.milliwatt.irrigation.zone.RefillRule;
import io.milliwatt.irrigation.zone.Zone;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import org.junit.jupiter.api.Test;

/** Whole seasons through the app's own adviser, planned and by the refill line alone, under generated weather. */
class SeasonPlanningTest {
    private static final IrrigationMethod SPRINKLER =
            new IrrigationMethod(IrrigationMethod.Kind.SPRINKLER, 67.5, 0.75, 1);

    /** Single seasons differ with when the last water of the older rule happens to fall, so three of each crop are summed. */
    @Test
    void aPlannedSeasonTakesLessWaterThanTheRefillLineAloneAtNoMoreStressDays() {
        double older = 0;
        double planned = 0;
        long olderStress = 0;
        long plannedStress = 0;
        for (String crop : List.of("maize", "cotton")) {
            Zone zone = zone(crop, 0, Optional.empty());
            for (long seed = 1; seed <= 3; seed++) {
                AdvisedSeason before = season(zone, seed, false);
                AdvisedSeason now = season(zone, seed, true);
                System.out.printf(
                        "%s %d: %.0f mm, %d stress days by the refill line; %.0f mm, %d by the plan%n",
                        crop, seed, before.gross(), before.stressDays(), now.gross(), now.stressDays());
                older += before.gross();
                planned += now.gross();
                olderStress += before.stressDays();
                plannedStress += now.stressDays();
                assertThat(now.transpiration()).isGreaterThan(0.99 * before.transpiration());
            }
        }
        System.out.printf(
                "together: %.0f mm, %d; %.0f mm, %d; saved %.1f %%%n",
                older, olderStress, planned, plannedStress, 100 - 100 * planned / older);
        assertThat(planned).isLessThan(0.95 * older);
        assertThat(plannedStress).isLessThanOrEqualTo(olderStress);
    }

    /** Three quarters of the water: the older rule runs dry while the crop flowers, the plan goes short early and late. */
    @Test
    void anAllocationThatIsShortIsKeptAndSpentWhereItIsWorthMost() {
        Zone free = zone("maize", 0, Optional.empty());
        double enough = season(free, 1, false).gross();
        Zone limited = zone(
                "maize",
                0,
                Optional.of(new Allocation(
                        TestFarm.PLANTED,
                        TestFarm.PLANTED.plusDays(200),
                        OptionalDouble.of(0.75 * enough),
                        OptionalDouble.empty())));
        AdvisedSeason older = season(limited, 1, false);
        AdvisedSeason planned = season(limited, 1, true);
        assertThat(planned.gross()).isLessThanOrEqualTo(0.75 * enough + 1e-6);
        assertThat(planned.plans().getFirst().allocationIsShort()).isTrue();
        assertThat(planned.relativeYield()).isGreaterThan(older.relativeYield());
        System.out.printf(
                "three quarters of the water: yield %.0f %% by the refill line, %.0f %% by the plan%n",
                100 * older.relativeYield(), 100 * planned.relativeYield());
    }

    @Test
    void daysOfStressAreAcceptedToSaveWaterAndTheReasonsSaySo() {
        AdvisedSeason none = season(zone("cotton", 0, Optional.empty()), 2, true);
        AdvisedSeason some = season(zone("cotton", 15, Optional.empty()), 2, true);
        assertThat(some.gross()).isLessThan(none.gross());
        assertThat(some.stressDays()).isLessThanOrEqualTo(20);
        List<ReasonCode> waits = some.advice().stream()
                .filter(advice -> advice.action() == Action.WAIT)
                .map(advice -> advice.reasons().getFirst().code())
                .toList();
        assertThat(waits).contains(ReasonCode.PLAN_WAITS).containsAnyOf(ReasonCode.PLAN_DRIES_DOWN);
        assertThat(some.advice().stream()
                        .filter(advice -> advice.action() == Action.IRRIGATE)
                        .flatMap(advice -> advice.reasons().stream())
                        .map(Reason::code))
                .contains(ReasonCode.PLAN_REFILLS);
    }

    @Test
    void aPlanIsKeptForAWeekAtMost() {
        AdvisedSeason season = season(zone("maize", 0, Optional.empty()), 3, true);
        List<ZonePlan> plans = season.plans();
        assertThat(plans).hasSizeBetween(150 / 7, 150 / 7 + 3);
        for (int i = 1; i < plans.size(); i++) {
            assertThat(plans.get(i - 1).madeOn().plusDays(7))
                    .isAfterOrEqualTo(plans.get(i).madeOn());
        }
    }

    private static AdvisedSeason season(Zone zone, long seed, boolean planned) {
        return new AdvisedSeason(zone, KnownWeather.of(seed), planned, 1, seed);
    }

    private static Zone zone(String crop, int acceptedStressDays, Optional<Allocation> allocation) {
        Zone zone = TestFarm.zone(SPRINKLER);
        return new Zone(
                zone.id(),
                zone.fieldId(),
                zone.name(),
                zone.outline(),
                zone.areaHectares(),
                zone.soil(),
                Optional.of(new Planting(
                        crop, CropTable.named(crop), TestFarm.PLANTED, Optional.empty(), OptionalDouble.empty())),
                zone.method(),
                new RefillRule(OptionalDouble.empty(), 0, 3, acceptedStressDays),
                allocation,
                Optional.empty());
    }
}
