package io.milliwatt.dsp.fixedpoint.recipe;

import io.milliwatt.dsp.fixedpoint.DegreeDayRule;
import io.milliwatt.dsp.fixedpoint.DegreeDayRule.Method;
import io.milliwatt.dsp.fixedpoint.PlausibilityRule;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/**
 * A draft of recipe 3: water content at three depths and the soil's temperature, every quarter of an hour, told every hour. It
 * shows that the steps for slow sensors suffice for a soil node; the soil domain will release the recipe.
 */
final class SoilRecipeDesign {

    static final int DEPTHS = 3;
    static final int CHANNELS = DEPTHS + 1;
    static final int READINGS_PER_HOUR = 4;
    static final int READINGS_PER_DAY = 96;

    private static final int READING_MILLIS = 900_000;

    /** 1 … 60 % by volume (ISMN C01, C02); rises of more than 8 % in a quarter of an hour must last; a day of one value is a fault. */
    private static final PlausibilityRule WATER = new PlausibilityRule(10, 600, 80, 2, READINGS_PER_DAY, 2);

    /** −30 … 60 °C, 5 K in a quarter of an hour. */
    private static final PlausibilityRule TEMPERATURE = new PlausibilityRule(-3_000, 6_000, 500, 2, 0, 2);

    /** Maize: base 10 °C, upper 30 °C. */
    private static final DegreeDayRule MAIZE = new DegreeDayRule(Method.EXTREMES_CUT, READINGS_PER_DAY, 1_000, 3_000);

    private final List<Step> steps = new ArrayList<>();
    private final List<Output> outputs = new ArrayList<>();

    static Recipe recipe() {
        return new SoilRecipeDesign().make();
    }

    private Recipe make() {
        for (int depth = 0; depth < DEPTHS; depth++) {
            addWater(depth);
        }
        addTemperature();
        return new Recipe(
                3,
                1,
                SampleUnit.SEVERAL,
                1,
                SampleClock.ofPeriodMillis(READING_MILLIS / CHANNELS),
                READINGS_PER_HOUR * CHANNELS,
                steps,
                outputs);
    }

    /** What stays of the readings, and what a day of hours says of where it goes: drying, draining, or wetting. */
    private void addWater(int depth) {
        int readings = add(channel(depth));
        int plausible = add(new ReadingStep.Plausibility(readings, WATER));
        int steady = add(new ReadingStep.MovingMedian(plausible, 5));
        int level = add(new ReadingStep.Level(steady));
        int trend = add(new ReadingStep.WindowSlope(level, 1, 24, 10));
        output("water" + depth, "% by volume", 10, level, 1, 1, 0);
        // Per hour in 1/1024 of 0.1 %, times 24 hours and 100/10 for 0.01 %: 240 / 1024.
        output("waterPerDay" + depth, "% by volume", 100, trend, 0, 240, 10);
    }

    private void addTemperature() {
        int readings = add(channel(DEPTHS));
        int plausible = add(new ReadingStep.Plausibility(readings, TEMPERATURE));
        int smooth = add(new ReadingStep.ExponentialSmoothing(plausible, 2, 0));
        int level = add(new ReadingStep.Level(smooth));
        int day = add(new ReadingStep.Day(plausible, READINGS_PER_DAY));
        int degreeDays = add(new ReadingStep.DegreeDays(plausible, MAIZE));
        output("temperature", "deg C", 100, level, 0, 1, 0);
        output("dayLowest", "deg C", 100, day, 0, 1, 0);
        output("dayHighest", "deg C", 100, day, 1, 1, 0);
        output("dayMean", "deg C", 100, day, 2, 1, 0);
        // From 0.01 to 0.1 degree-days, so that a season of 3000 fits: 6554 / 2^16.
        output("degreeDays", "deg C d", 10, degreeDays, 0, 6_554, 16);
    }

    private static Step channel(int index) {
        List<Short> taps = new ArrayList<>(Collections.nCopies(CHANNELS - index, (short) 0));
        taps.set(CHANNELS - index - 1, (short) 1);
        return new Step.DecimatingFir(0, CHANNELS, 0, taps);
    }

    private int add(Step step) {
        steps.add(step);
        return steps.size();
    }

    private void output(String name, String unit, int divisor, int step, int value, int multiplier, int shift) {
        outputs.add(new Output(name, unit, divisor, step, value, false, multiplier, shift));
    }
}
