package io.milliwatt.dsp.soil.assimilation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
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
import java.util.Random;
import org.junit.jupiter.api.Test;

class DepletionFilterTest {
    private static final Crop COTTON = new Crop(
            new CoefficientCurve(0.35, 1.2, 0.6),
            new CoefficientCurve(0.15, 1.15, 0.5),
            new StageLengths(30, 45, 40, 35),
            0.05,
            1.2,
            0.2,
            0.9,
            0.65);
    private static final int SEASON_DAYS = 140;
    private static final double READING_ERROR = 3;

    private final DualCropBalance balance = new DualCropBalance(
            COTTON,
            FieldSoil.uniform(WaterLimits.ofFractions(0.25, 0.1), WaterContent.ofFraction(0.2)),
            BalanceSettings.fao56(0.1, 8));
    private final DepletionFilter filter = new DepletionFilter(balance, AssimilationSettings.STANDARD);

    @Test
    void withoutReadingsItIsTheBalanceItself() {
        List<FieldDay> season = season(1);
        List<BalanceDay> plain = balance.run(balance.start(), season);
        List<AssimilatedDay> filtered = filter.forecast(filter.start(), season, 0);
        for (int i = 0; i < season.size(); i++) {
            assertThat(filtered.get(i).day()).isEqualTo(plain.get(i));
            assertThat(filtered.get(i).correction()).isEqualTo(new Correction.NoReading());
        }
    }

    /** Until stress slows the crop, every dry day makes it less certain where the field stands. */
    @Test
    void uncertaintyGrowsOverDryDays() {
        List<FieldDay> dry = Collections.nCopies(6, FieldDay.of(6, 0, new CropClimate(2, 30)));
        FieldEstimate watered = filter.step(
                        settle(season(2)), dry.getFirst().irrigated(new Irrigation(60, 1, 1)), DepletionReading.NONE)
                .evening();
        List<AssimilatedDay> days = filter.forecast(watered, dry, 0);
        List<AssimilatedDay> forecast = filter.forecast(watered, dry, 1.5);
        for (int i = 1; i < days.size(); i++) {
            assertThat(days.get(i).evening().depletionStandardError())
                    .isGreaterThan(days.get(i - 1).evening().depletionStandardError());
            assertThat(forecast.get(i).evening().depletionStandardError())
                    .isGreaterThan(days.get(i).evening().depletionStandardError());
        }
    }

    /** A field that takes a quarter more water than the tables say: readings every week must find that out. */
    @Test
    void readingsFindHowFastTheFieldUsesWater() {
        Twin twin = Twin.of(this, 1.25, 7, 3);
        assertThat(twin.multiplierInMidSeason).isCloseTo(1.25, within(0.1));
        assertThat(twin.filterError()).isLessThan(0.6 * twin.weatherError());
    }

    /** The band is honest where the world is as the filter believes. */
    @Test
    void theBandHoldsTheTruthAsOftenAsItSays() {
        int held = 0;
        int days = 0;
        for (int seed = 0; seed < 30; seed++) {
            double multiplier = 1 + 0.2 * new Random(seed).nextGaussian();
            Twin twin = Twin.of(this, Math.clamp(multiplier, 0.6, 1.5), 14, seed);
            held += twin.heldByEightyPercentBand;
            days += SEASON_DAYS;
        }
        assertThat((double) held / days).isBetween(0.74, 0.96);
    }

    @Test
    void aFlaggedProbeLeavesTheWeatherAloneAndSaysSo() {
        FieldDay day = season(5).getFirst();
        FieldEstimate start = filter.start();
        AssimilatedDay flagged = filter.step(start, day, new DepletionReading.Flagged(List.of("STUCK")));
        AssimilatedDay none = filter.step(start, day, DepletionReading.NONE);
        assertThat(flagged.evening()).isEqualTo(none.evening());
        assertThat(flagged.correction()).isEqualTo(new Correction.ProbeFlagged(List.of("STUCK")));
    }

    @Test
    void oneWildReadingIsLeftOutAndASecondThatAgreesIsBelieved() {
        List<FieldDay> season = season(7);
        FieldEstimate known = settle(season);
        FieldDay day = season.get(60);
        var wild = new DepletionReading.Measured(known.depletion() - 50, READING_ERROR);
        AssimilatedDay first = filter.step(known, day, wild);
        assertThat(first.correction()).isInstanceOf(Correction.OutsideGate.class);
        assertThat(first.evening().depletion()).isEqualTo(first.day().evening().rootZoneDepletion());
        AssimilatedDay back = filter.step(
                first.evening(),
                day,
                new DepletionReading.Measured(first.evening().depletion(), READING_ERROR));
        assertThat(back.correction()).isInstanceOf(Correction.Used.class);
        AssimilatedDay second = filter.step(first.evening(), day, wild);
        assertThat(second.correction()).isInstanceOf(Correction.Believed.class);
        assertThat(second.evening().depletion()).isEqualTo(Math.max(0, wild.millimetres()));
        assertThat(second.evening().demandMultiplier()).isCloseTo(known.demandMultiplier(), within(0.01));
    }

    @Test
    void theEstimateStaysInTheSoil() {
        List<FieldDay> season = season(9);
        FieldEstimate estimate = filter.start();
        Random random = new Random(9);
        for (FieldDay day : season) {
            estimate = filter.step(
                            estimate, day, new DepletionReading.Measured(80 * random.nextGaussian(), READING_ERROR))
                    .evening();
            assertThat(estimate.depletion()).isBetween(0.0, estimate.available());
            assertThat(estimate.depletionVariance()).isPositive();
            assertThat(estimate.depletionVariance() * estimate.multiplierVariance())
                    .isGreaterThanOrEqualTo(estimate.covariance() * estimate.covariance());
            assertThat(estimate.demandMultiplier()).isBetween(0.5, 1.6);
        }
    }

    @Test
    void aReadingWithoutAnErrorIsRefused() {
        assertThatThrownBy(() -> new DepletionReading.Measured(10, 0)).hasMessageContaining("greater than zero");
    }

    private FieldEstimate settle(List<FieldDay> season) {
        FieldEstimate estimate = filter.start();
        for (FieldDay day : season.subList(0, 60)) {
            AssimilatedDay blind = filter.step(estimate, day, DepletionReading.NONE);
            estimate = filter.step(
                            estimate,
                            day,
                            new DepletionReading.Measured(blind.evening().depletion(), READING_ERROR))
                    .evening();
        }
        return estimate;
    }

    private static List<FieldDay> season(long seed) {
        Random random = new Random(seed);
        List<FieldDay> days = new ArrayList<>();
        for (int i = 0; i < SEASON_DAYS; i++) {
            FieldDay day = FieldDay.of(
                    5 + 3 * random.nextDouble(),
                    random.nextInt(25) == 0 ? 20 * random.nextDouble() : 0,
                    new CropClimate(2, 30));
            days.add(i > 40 && i % 9 == 0 ? day.irrigated(new Irrigation(60, 1, 1)) : day);
        }
        return days;
    }

    /** A made-up field whose truth is known, seen by a probe every few days. */
    private static final class Twin {
        private FieldEstimate last;
        private double multiplierInMidSeason;
        private double squares;
        private double weatherSquares;
        private int heldByEightyPercentBand;

        static Twin of(DepletionFilterTest test, double multiplier, int everyDays, long seed) {
            Twin twin = new Twin();
            Random random = new Random(seed);
            BalanceState truth = test.balance.start();
            BalanceState weather = truth;
            twin.last = test.filter.start();
            int number = 0;
            for (FieldDay day : season(seed)) {
                BalanceDay real = test.balance.step(truth, day, multiplier);
                double disturbed = Math.clamp(
                        real.evening().rootZoneDepletion()
                                + Math.sqrt(AssimilationSettings.STANDARD.depletionVariancePerDay())
                                        * random.nextGaussian(),
                        0,
                        real.available());
                truth = real.evening().withRootZoneDepletion(disturbed);
                weather = test.balance.step(weather, day).evening();
                number++;
                DepletionReading reading = number % everyDays == 0
                        ? new DepletionReading.Measured(
                                disturbed + READING_ERROR * random.nextGaussian(), READING_ERROR)
                        : DepletionReading.NONE;
                twin.last = test.filter.step(twin.last, day, reading).evening();
                twin.multiplierInMidSeason = number == 105 ? twin.last.demandMultiplier() : twin.multiplierInMidSeason;
                twin.squares += Math.pow(twin.last.depletion() - disturbed, 2);
                twin.weatherSquares += Math.pow(weather.rootZoneDepletion() - disturbed, 2);
                twin.heldByEightyPercentBand += twin.last.band(0.8).holds(disturbed) ? 1 : 0;
            }
            return twin;
        }

        double filterError() {
            return Math.sqrt(squares / SEASON_DAYS);
        }

        double weatherError() {
            return Math.sqrt(weatherSquares / SEASON_DAYS);
        }
    }
}
