package io.milliwatt.dsp.soil.plan;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.milliwatt.dsp.soil.balance.BalanceDay;
import io.milliwatt.dsp.soil.balance.BalanceSettings;
import io.milliwatt.dsp.soil.balance.BalanceState;
import io.milliwatt.dsp.soil.balance.DualCropBalance;
import io.milliwatt.dsp.soil.balance.FieldDay;
import io.milliwatt.dsp.soil.balance.FieldSoil;
import io.milliwatt.dsp.soil.balance.Irrigation;
import io.milliwatt.dsp.soil.balance.WaterLimits;
import io.milliwatt.dsp.soil.crop.CoefficientCurve;
import io.milliwatt.dsp.soil.crop.Crop;
import io.milliwatt.dsp.soil.crop.CropClimate;
import io.milliwatt.dsp.soil.crop.StageLengths;
import io.milliwatt.dsp.soil.quantity.WaterContent;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;

class SeasonPlannerTest {
    private static final StageLengths STAGES = new StageLengths(30, 40, 50, 30);
    private static final Crop COTTON = new Crop(
            new CoefficientCurve(0.35, 1.15, 0.6),
            new CoefficientCurve(0.15, 1.1, 0.5),
            STAGES,
            0.05,
            1.3,
            0.3,
            1.2,
            0.65);
    private static final DualCropBalance BALANCE = new DualCropBalance(
            COTTON,
            FieldSoil.uniform(WaterLimits.ofFractions(0.26, 0.13), WaterContent.ofFraction(0.24)),
            BalanceSettings.fao56(0.1, 9));
    private static final WateringLimits LIMITS = new WateringLimits(10, 60, 0.85, new Irrigation(1, 1, 1));
    private static final FieldDay USUAL = FieldDay.of(7, 0, new CropClimate(2, 35));
    private static final List<FieldDay> SEASON = Collections.nCopies(STAGES.total() + 1, USUAL);

    private static final List<BalanceDay> UNLIMITED = season(Double.POSITIVE_INFINITY, 0);
    private static final double ENOUGH = water(UNLIMITED);

    @Test
    void withoutAnAllocationTheCropHasNoStressAndEndsWithItsSoilDrawnDown() {
        assertThat(stressDays(UNLIMITED)).isZero();
        BalanceDay last = UNLIMITED.getLast();
        assertThat(last.evening().rootZoneDepletion())
                .isBetween(0.7 * last.readilyAvailable(), 1.02 * last.readilyAvailable());
        assertThat(UNLIMITED.subList(UNLIMITED.size() - 7, UNLIMITED.size()))
                .allMatch(day -> day.input().irrigation().applied() == 0);
    }

    @Test
    void anAllocationIsKeptAndCostsLessYieldThanWater() {
        for (double part : new double[] {0.95, 0.85, 0.7, 0.5}) {
            List<BalanceDay> days = season(part * ENOUGH, Double.POSITIVE_INFINITY);
            assertThat(water(days)).as("part " + part).isLessThanOrEqualTo(part * ENOUGH + 1e-9);
            assertThat(YieldResponse.COTTON.relativeYield(days, STAGES))
                    .as("part " + part)
                    .isGreaterThan(part);
        }
    }

    @Test
    void moreWaterIsPlannedWhereTheAllocationWouldBringMoreStressThanAccepted() {
        List<BalanceDay> dry = season(0.7 * ENOUGH, Double.POSITIVE_INFINITY);
        assertThat(stressDays(dry)).isGreaterThan(20);
        List<BalanceDay> days = season(0.7 * ENOUGH, 15);
        assertThat(stressDays(days)).isLessThanOrEqualTo(15);
        assertThat(water(days)).isBetween(0.7 * ENOUGH, ENOUGH);
    }

    @Test
    void noWateringIsSmallerOrLargerThanItsLimits() {
        for (double part : new double[] {1, 0.8, 0.6}) {
            assertThat(season(part * ENOUGH, 30))
                    .extracting(day -> day.input().irrigation().applied())
                    .allMatch(water -> water == 0 || water >= 10 && water <= 60);
        }
    }

    /** FAO-33: a fifth of flowering's transpiration missing, and a tenth of ripening's, cost cotton 10 % and 2.5 %. */
    @Test
    void yieldIsTheProductOverThePhases() {
        List<BalanceDay> lacking = new ArrayList<>();
        for (int day = 0; day < UNLIMITED.size(); day++) {
            double stress = switch (GrowthPhase.at(STAGES, day)) {
                case FLOWERING -> 0.8;
                case RIPENING -> 0.9;
                case VEGETATIVE, YIELD_FORMATION -> 1;
            };
            lacking.add(stressed(UNLIMITED.get(day), stress));
        }
        assertThat(YieldResponse.COTTON.relativeYield(lacking, STAGES)).isCloseTo(0.9 * 0.975, within(1e-9));
        assertThat(YieldResponse.COTTON.relativeYield(UNLIMITED, STAGES)).isCloseTo(1, within(1e-9));
    }

    /** A whole season under plans that are made anew every week. */
    private static List<BalanceDay> season(double allocation, double stressDaysAccepted) {
        SeasonWatering watering = new SeasonWatering(
                new SeasonPlanner(BALANCE, COTTON, YieldResponse.COTTON, RefillLine.BY_CROP, LIMITS));
        BalanceState state = BALANCE.start();
        List<BalanceDay> days = new ArrayList<>();
        StandingPlan plan = null;
        for (int day = 0; day < SEASON.size(); day++) {
            SeasonMorning morning = new SeasonMorning(
                    state, 1, USUAL, SEASON.subList(day, SEASON.size()), water(days), stressDays(days));
            if (plan == null || SeasonWatering.isDue(plan, day, 0)) {
                plan = watering.plan(
                        morning,
                        new SeasonGoal(
                                Math.max(0, allocation - morning.given()),
                                Math.max(0, stressDaysAccepted - morning.stressDays())));
            }
            double water = watering.today(plan, morning).millimetres();
            BalanceDay stepped = BALANCE.step(state, water > 0 ? USUAL.irrigated(new Irrigation(water, 1, 1)) : USUAL);
            days.add(stepped);
            state = stepped.evening();
        }
        return days;
    }

    private static BalanceDay stressed(BalanceDay day, double stress) {
        return new BalanceDay(
                day.input(),
                day.crop(),
                day.surface(),
                day.available(),
                day.availableInProfile(),
                day.depletionFraction(),
                stress,
                stress,
                day.demandMultiplier(),
                day.percolation(),
                day.rootGrowthDepletion(),
                day.runoff(),
                day.unmet(),
                day.evening());
    }

    private static double water(List<BalanceDay> days) {
        return days.stream()
                .mapToDouble(day -> day.input().irrigation().applied())
                .sum();
    }

    private static int stressDays(List<BalanceDay> days) {
        return (int) days.stream().filter(BalanceDay::stressed).count();
    }
}
