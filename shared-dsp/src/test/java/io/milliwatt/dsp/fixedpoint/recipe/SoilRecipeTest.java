package io.milliwatt.dsp.fixedpoint.recipe;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.milliwatt.dsp.fixedpoint.FaultOrders;
import io.milliwatt.dsp.fixedpoint.Window;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** A season of a made-up field through the draft of the soil recipe. */
class SoilRecipeTest {

    private static final Recipe RECIPE = SoilRecipeDesign.recipe();
    private static final SensorConfiguration SENSOR = new SensorConfiguration(1_000_000_000, FaultOrders.NONE);

    private final RecipeInterpreter interpreter = new RecipeInterpreter(RECIPE, SENSOR);
    private final List<FeatureVector> hours = new ArrayList<>();

    /** The design's limit for a soil node; the format is the node's own, so both count alike. */
    @Test
    void itsStateIsBelowAKilobyte() {
        assertThat(RECIPE.stateBytes()).isLessThanOrEqualTo(1_024);
        assertThat(RECIPE.sampleClock().isSlow()).isTrue();
        assertThat(Recipe.parse(RECIPE.toBytes())).isEqualTo(RECIPE);
    }

    @Test
    void dryingAndRainShowInLevelAndTrend() {
        days(3, (depth, hour) -> 300 - hour);
        assertThat(last("water0")).isBetween(228, 232);
        // 0.1 % an hour is 2.4 % a day, told in 0.01 %.
        assertThat(last("waterPerDay0")).isCloseTo(-240, within(12));
        assertThat(hours.getLast().qualityFlags()).isZero();
        days(1, (depth, hour) -> depth == 0 ? 330 : 228 - hour);
        assertThat(last("water0")).isEqualTo(330);
        assertThat(last("waterPerDay0")).isPositive();
        assertThat(last("waterPerDay1")).isNegative();
    }

    @Test
    void aBrokenProbeIsFlaggedAndItsLastWordHeld() {
        days(2, (depth, hour) -> 250 + hour % 3);
        assertThat(hours.getLast().qualityFlags()).isZero();
        days(1, (depth, hour) -> depth == 1 ? -40 : 250 + hour % 3);
        assertThat(hours.getLast().qualityFlags()).isEqualTo(Window.SENSOR_FAULT);
        assertThat(last("water1")).isBetween(250, 252);
    }

    @Test
    void aProbeThatIsStuckForADayIsFlagged() {
        days(2, (depth, hour) -> 250 + hour % 3);
        days(2, (depth, hour) -> depth == 2 ? 251 : 250 + hour % 3);
        assertThat(hours.getLast().qualityFlags()).isEqualTo(Window.SENSOR_FAULT);
    }

    /** Days of 8 … 28 °C: (28 + 10) / 2 − 10 = 9 degree-days each, in 0.1. */
    @Test
    void aSeasonsDegreeDaysAddUpUntilItStartsAnew() {
        days(100, (depth, hour) -> 250 + hour % 3);
        assertThat(last("degreeDays")).isCloseTo(9_000, within(2));
        assertThat(last("dayLowest")).isEqualTo(800);
        assertThat(last("dayHighest")).isEqualTo(2_800);
        assertThat(last("dayMean")).isCloseTo(1_800, within(5));
        interpreter.startSeason();
        days(10, (depth, hour) -> 250 + hour % 3);
        assertThat(last("degreeDays")).isCloseTo(900, within(1));
    }

    private interface Water {
        int at(int depth, int hour);
    }

    private void days(int count, Water water) {
        for (int reading = 0; reading < count * SoilRecipeDesign.READINGS_PER_DAY; reading++) {
            int hour = reading / SoilRecipeDesign.READINGS_PER_HOUR;
            double phase = 2 * Math.PI * reading / SoilRecipeDesign.READINGS_PER_DAY;
            short[] samples = new short[SoilRecipeDesign.CHANNELS];
            for (int depth = 0; depth < SoilRecipeDesign.DEPTHS; depth++) {
                samples[depth] = (short) water.at(depth, hour);
            }
            samples[SoilRecipeDesign.DEPTHS] = (short) Math.round(1_800 - 1_000 * Math.cos(phase));
            interpreter.accept(samples, 0, samples.length, hours::add);
        }
    }

    private int last(String output) {
        return hours.getLast().value(RECIPE.indexOf(output));
    }
}
