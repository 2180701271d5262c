package io.milliwatt.training.soil.forecast;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.milliwatt.dsp.fixedpoint.soil.FutureRain;
import io.milliwatt.dsp.fixedpoint.soil.SoilFeature;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class ForecastFiguresTest {

    private static DepthSample sample(String station, int water, int change) {
        short[] features = new short[SoilFeature.COUNT];
        features[SoilFeature.WATER.ordinal()] = (short) water;
        features[SoilFeature.ABOVE_DRIEST.ordinal()] = 800;
        features[SoilFeature.DRYING.ordinal()] = 819;
        return new DepthSample(station, 0, features, FutureRain.DRY, new int[] {change, change, DepthSample.UNKNOWN});
    }

    /** Half of every change foreseen is half of persistence's error. */
    @Test
    void skillIsWhatIsLeftOfPersistencesError() {
        ForecastComparison comparison = new ForecastComparison();
        for (int change : new int[] {-40, 20, 100}) {
            comparison.add(sample("a", 2_000, change), (each, rain) -> new double[] {change / 2.0, 0, 7});
        }
        ForecastErrors errors = comparison.of(Rain.UNKNOWN);
        assertThat(errors.skillPercent(0, 0)).isCloseTo(50, within(1e-9));
        assertThat(errors.skillPercent(0, 1)).isZero();
        assertThat(errors.count(0, 2)).isZero();
        assertThat(errors.skillPercent(1, 0)).isNaN();
        assertThat(comparison.of(Rain.UNKNOWN, ForecastComparison.Days.WET).count(0, 0))
                .isZero();
    }

    /** A tenth a day of the 10 % above the driest and its margin. */
    @Test
    void theDryDownIsAnExponential() {
        assertThat(sample("a", 2_000, 0).dryDown(0)).isCloseTo(1_000 * Math.expm1(-0.1), within(0.1));
        assertThat(sample("a", 2_000, 0).dryDown(2)).isCloseTo(1_000 * Math.expm1(-0.7), within(0.5));
    }

    @Test
    void ridgeFindsALineAndSurvivesItsText() {
        Random random = new Random(1);
        List<DepthSample> samples = new ArrayList<>();
        for (int i = 0; i < 5_000; i++) {
            int water = random.nextInt(1_000, 3_000);
            samples.add(sample("a", water, (2_000 - water) / 10));
        }
        ForecastRidge ridge = ForecastRidge.parse(ForecastRidge.train(samples).text());
        assertThat(ridge.change(sample("b", 2_500, 0), 0)).isCloseTo(-50, within(1.5));
    }

    @Test
    void aStationIsWhollyOnOneSide() {
        List<DepthSample> samples = new ArrayList<>();
        for (int i = 0; i < 100; i++) {
            samples.add(sample("station " + i % 10, 2_000, i));
        }
        StationFolds folds = StationFolds.parse(StationFolds.draw(samples, 1).text());
        assertThat(folds).isEqualTo(StationFolds.draw(samples, 1));
        for (int fold = 0; fold < ForecastDesign.FOLDS; fold++) {
            assertThat(folds.learning(samples, fold)).hasSize(80);
        }
        assertThat(folds.of("station elsewhere")).isEmpty();
    }
}
