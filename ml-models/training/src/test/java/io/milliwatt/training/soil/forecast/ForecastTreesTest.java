package io.milliwatt.training.soil.forecast;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.milliwatt.dsp.fixedpoint.soil.FutureRain;
import io.milliwatt.dsp.fixedpoint.soil.SoilFeature;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class ForecastTreesTest {

    /** Wet soil loses 1 %, dry soil 0.2 %, and rain to come brings 3 %. */
    private static List<DepthSample> samples() {
        Random random = new Random(2);
        List<DepthSample> samples = new ArrayList<>();
        for (int i = 0; i < 4_000; i++) {
            short[] features = new short[SoilFeature.COUNT];
            boolean wet = random.nextBoolean();
            features[SoilFeature.WATER.ordinal()] = (short) (wet ? 3_000 : 1_000);
            int[] tenths = new int[FutureRain.DAYS];
            boolean rains = random.nextBoolean();
            tenths[0] = rains ? 200 : 0;
            int change = (wet ? -100 : -20) + (rains ? 300 : 0);
            samples.add(new DepthSample(
                    "a", i % ForecastErrors.DEPTHS, features, new FutureRain(tenths), new int[] {change, change, change
                    }));
        }
        return samples;
    }

    @Test
    void treesLearnWhatSoilDoesAndWhatRainBrings() {
        List<DepthSample> samples = samples();
        ForecastTrees trees = ForecastTrees.train(samples, ForecastScales.of(samples), 1);
        DepthSample wet = samples.stream()
                .filter(each -> each.feature(SoilFeature.WATER) == 3_000 && each.isWet(0))
                .findFirst()
                .orElseThrow();
        assertThat(trees.changes(wet, Rain.KNOWN)[0]).isCloseTo(200, within(10.0));
        assertThat(trees.changes(wet, Rain.DRY)[0]).isCloseTo(-100, within(10.0));
        assertThat(trees.changes(wet, Rain.UNKNOWN)[2]).isCloseTo(50, within(20.0));
    }

    @Test
    void aTreeGoesLeftBelowItsThresholdOnly() {
        RegressionTrees trees = RegressionTrees.parse(new String[] {"""
            {"nodeid": 0, "split": "f1", "split_condition": 2.5, "yes": 1, "no": 2, "missing": 1, "children": [
              {"nodeid": 1, "leaf": 1.5},
              {"nodeid": 2, "split": "f0", "split_condition": -1, "yes": 3, "no": 4, "missing": 3, "children": [
                {"nodeid": 3, "leaf": 4}, {"nodeid": 4, "leaf": 8}]}]}""", """
            {"nodeid": 0, "leaf": 0.25}"""});
        assertThat(trees.value(new short[] {0, 2})).isEqualTo(1.75);
        assertThat(trees.value(new short[] {-1, 3})).isEqualTo(8.25);
        assertThat(trees.value(new short[] {-2, 3})).isEqualTo(4.25);
    }
}
