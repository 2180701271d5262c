package io.milliwatt.dsp.soil.balance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.milliwatt.dsp.soil.crop.CoefficientCurve;
import io.milliwatt.dsp.soil.crop.Crop;
import io.milliwatt.dsp.soil.crop.CropClimate;
import io.milliwatt.dsp.soil.crop.StageLengths;
import io.milliwatt.dsp.soil.evapotranspiration.ReferenceSurface;
import io.milliwatt.dsp.soil.quantity.WaterContent;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class WaterBalanceTest {

    private static final double CLOSED = 1e-9;
    private static final Crop MAIZE = new Crop(
            new CoefficientCurve(0.3, 1.2, 0.6),
            new CoefficientCurve(0.15, 1.15, 0.5),
            new StageLengths(30, 40, 50, 30),
            0.05,
            2,
            0.3,
            1.2,
            0.55);
    private static final WaterLimits LOAM = WaterLimits.ofFractions(0.28, 0.14);

    /** Nothing is lost or made: what came in is in the soil, in the air or below, every day of a wild season, on both kinds of soil. */
    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8})
    void theBalanceClosesEveryDay(long seed) {
        for (FieldSoil soil : List.of(FieldSoil.uniform(LOAM, WaterContent.ofFraction(0.24)), layers())) {
            DualCropBalance balance = new DualCropBalance(MAIZE, soil, settings(seed % 2 == 0));
            BalanceState before = balance.start();
            for (BalanceDay day : balance.run(before, wildSeason(seed, 160))) {
                double in = day.effectiveRain() + day.input().irrigation().effective();
                double out = day.evapotranspiration() + day.percolation();
                double change = day.evening().profileDepletion() - before.profileDepletion();
                assertThat(change + day.unmet()).isCloseTo(out - in, within(CLOSED));
                assertThat(day.runoff() + day.effectiveRain())
                        .isCloseTo(day.input().rain(), within(CLOSED));
                assertThat(day.transpiration() + day.evaporation()).isCloseTo(day.evapotranspiration(), within(CLOSED));
                before = day.evening();
            }
        }
    }

    @ParameterizedTest
    @ValueSource(longs = {11, 12, 13, 14})
    void everyQuantityStaysWithinItsBounds(long seed) {
        DualCropBalance balance = new DualCropBalance(MAIZE, layers(), settings(true));
        for (BalanceDay day : balance.run(balance.start(), wildSeason(seed, 200))) {
            assertThat(day.stress()).isBetween(0.0, 1.0);
            assertThat(day.surface().reduction()).isBetween(0.0, 1.0);
            assertThat(day.crop().exposedFraction()).isBetween(0.01, 1.0);
            assertThat(day.depletionFraction()).isBetween(0.1, 0.8);
            assertThat(day.evening().rootZoneDepletion()).isBetween(0.0, day.available());
            assertThat(day.evening().profileDepletion()).isBetween(0.0, day.availableInProfile() + CLOSED);
            assertThat(day.evapotranspiration())
                    .isBetween(0.0, day.crop().largest() * day.input().reference() + CLOSED);
            assertThat(day.percolation()).isNotNegative();
        }
    }

    @Test
    void aSteppedForecastIsTheRunContinued() {
        DualCropBalance balance =
                new DualCropBalance(MAIZE, FieldSoil.uniform(LOAM, WaterContent.ofFraction(0.2)), settings(false));
        List<FieldDay> season = wildSeason(5, 90);
        List<BalanceDay> whole = balance.run(balance.start(), season);
        List<BalanceDay> tail = balance.run(whole.get(59).evening(), season.subList(60, 90));
        assertThat(tail).isEqualTo(whole.subList(60, 90));
    }

    @Test
    void moreIrrigationNeverMeansMoreStress() {
        DualCropBalance balance =
                new DualCropBalance(MAIZE, FieldSoil.uniform(LOAM, WaterContent.ofFraction(0.2)), settings(false));
        List<FieldDay> dry = new ArrayList<>();
        for (int i = 0; i < 120; i++) {
            dry.add(FieldDay.of(6, 0, new CropClimate(2, 45)));
        }
        double before = -1;
        for (double depth : new double[] {0, 5, 10, 20, 40}) {
            List<FieldDay> watered = new ArrayList<>(dry);
            for (int i = 6; i < 120; i += 7) {
                watered.set(i, dry.get(i).irrigated(new Irrigation(depth, 1, 1)));
            }
            double transpiration =
                    SeasonTotals.of(balance.run(balance.start(), watered)).transpiration();
            assertThat(transpiration).isGreaterThanOrEqualTo(before);
            before = transpiration;
        }
    }

    /** FAO-56 example 37: tomato, TAW 160, RAW 64, ETc 6 mm a day from Dr 55; the paper's table has 1.00, 1.00, 0.97, 0.91, … 0.62. */
    @Test
    void example37TomatoDriesOutOverTenDays() {
        double depletion = 55;
        double[] expected = {1.00, 1.00, 0.97, 0.91, 0.85, 0.80, 0.75, 0.70, 0.66, 0.62};
        for (double stress : expected) {
            double computed = StressResponse.LINEAR.coefficient(depletion, 160, 0.4);
            assertThat(computed).isCloseTo(stress, within(0.006));
            depletion += computed * 1.2 * 5;
        }
        assertThat(depletion).isCloseTo(104.5, within(0.1));
    }

    @Test
    void daysToRefillCountsFromTheFirstForecastDay() {
        DualCropBalance balance =
                new DualCropBalance(MAIZE, FieldSoil.uniform(LOAM, WaterContent.ofFraction(0.28)), settings(false));
        List<FieldDay> days = new ArrayList<>();
        for (int i = 0; i < 60; i++) {
            days.add(FieldDay.of(7, 0, new CropClimate(2, 45)));
        }
        List<BalanceDay> forecast = balance.run(balance.start(), days);
        int due = DualCropBalance.daysToRefill(forecast).orElseThrow();
        assertThat(forecast.get(due - 1).refillReached()).isTrue();
        assertThat(forecast.subList(0, due - 1)).noneMatch(BalanceDay::refillReached);
        assertThat(DualCropBalance.daysToRefill(forecast.subList(0, due - 1))).isEmpty();
    }

    /** ASCE Manual 70 eq. 14-12 to 14-20 by hand: CN 75 at average wetness, 50 mm of rain; S = 250 (100/75 - 1) = 83.3, (50 - 16.67)² / (50 + 66.67) = 9.52. */
    @Test
    void runoffByHand() {
        EvaporationLayer surface = new EvaporationLayer(20, 8);
        double dry = new CurveNumber(75).runoff(50, 20, surface);
        double wet = new CurveNumber(75).runoff(50, 0, surface);
        assertThat(dry).isLessThan(9.52);
        assertThat(wet).isGreaterThan(9.52);
        assertThat(new CurveNumber(75).runoff(5, 20, surface)).isZero();
        // CN I of 75 is 75 / (2.281 - 0.01281 * 75) = 56.81, S = 190.1, (50 - 38.01)² / (50 + 152.0) = 0.711.
        assertThat(dry).isCloseTo(0.711, within(0.01));
    }

    @Test
    void impossibleFieldsAreRefusedInWords() {
        assertThatThrownBy(() -> WaterLimits.ofFractions(0.1, 0.2))
                .hasMessageContaining("does not lie below the wilting point");
        assertThatThrownBy(() -> WaterLimits.ofFractions(28, 14)).hasMessageContaining("ofPercent");
        assertThatThrownBy(() -> new Irrigation(10, 1, 90)).hasMessageContaining("90 % is 0.9");
        assertThatThrownBy(() -> new DualCropBalance(
                        MAIZE,
                        new LayeredSoil(List.of(new SoilLayer(0.5, LOAM, WaterContent.ofFraction(0.2)))),
                        settings(false)))
                .hasMessageContaining("add a layer");
    }

    private static BalanceSettings settings(boolean runoff) {
        return new BalanceSettings(
                ReferenceSurface.SHORT,
                0.1,
                8,
                StressResponse.LINEAR,
                false,
                runoff ? Optional.of(new CurveNumber(75)) : Optional.empty());
    }

    private static LayeredSoil layers() {
        return new LayeredSoil(List.of(
                new SoilLayer(0.3, LOAM, WaterContent.ofFraction(0.25)),
                new SoilLayer(0.7, WaterLimits.ofFractions(0.22, 0.1), WaterContent.ofFraction(0.2)),
                new SoilLayer(1.5, WaterLimits.ofFractions(0.33, 0.2), WaterContent.ofFraction(0.26))));
    }

    private static List<FieldDay> wildSeason(long seed, int length) {
        Random random = new Random(seed);
        List<FieldDay> days = new ArrayList<>();
        for (int i = 0; i < length; i++) {
            double rain = random.nextInt(6) == 0 ? 60 * random.nextDouble() : 0;
            FieldDay day = FieldDay.of(
                    9 * random.nextDouble(),
                    rain,
                    new CropClimate(6 * random.nextDouble(), 10 + 80 * random.nextDouble()));
            days.add(
                    random.nextInt(9) == 0
                            ? day.irrigated(new Irrigation(
                                    50 * random.nextDouble(),
                                    0.2 + 0.8 * random.nextDouble(),
                                    0.6 + 0.4 * random.nextDouble()))
                            : day);
        }
        return days;
    }
}
