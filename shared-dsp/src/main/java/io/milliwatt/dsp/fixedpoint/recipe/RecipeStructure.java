package io.milliwatt.dsp.fixedpoint.recipe;

import java.util.List;

/** The rules between the steps of a recipe, as recipe.md lists them. */
final class RecipeStructure {

    static final int MAX_STEPS = 32;
    static final int MAX_OUTPUTS = 16;
    static final int MAX_DECIMATION = 256;

    private RecipeStructure() {}

    static void check(int windowLength, List<Step> steps, List<Output> outputs) {
        ParameterRange.requireRange("number of steps", steps.size(), 1, MAX_STEPS);
        ParameterRange.requireRange("number of outputs", outputs.size(), 1, MAX_OUTPUTS);
        for (int number = 1; number <= steps.size(); number++) {
            Step step = steps.get(number - 1);
            ParameterRange.requireRange("input of step " + number, step.input(), 0, number - 1L);
            int sourceDecimation = decimation(steps, step.input());
            StepSource source = new StepSource(steps, step.input(), windowLength / sourceDecimation, sourceDecimation);
            ParameterRange.require(
                    StepKinds.of(step).fits(step, source), "Step " + number + " cannot read step", step.input());
            if (step.isStream()) {
                int decimation = decimation(steps, number);
                ParameterRange.requireRange("decimation of step " + number, decimation, 1, MAX_DECIMATION);
                ParameterRange.require(
                        windowLength % decimation == 0,
                        "The window of " + windowLength + " samples must be a multiple of the decimation",
                        decimation);
            }
        }
        for (Output output : outputs) {
            ParameterRange.requireRange("step of output " + output.name(), output.step(), 1, steps.size());
            int values = steps.get(output.step() - 1).valueCount();
            ParameterRange.requireRange("value of output " + output.name(), output.value(), 0, values - 1L);
        }
    }

    /** Beats are described at whole rates of 100 … 1,000 Hz. */
    static void checkRate(SampleClock clock, List<Step> steps) {
        int rate = clock.milliHertz();
        boolean fits = rate % 1_000 == 0 && rate >= 100_000 && rate <= 1_000_000;
        ParameterRange.require(
                fits || steps.stream().noneMatch(ReadingStep.DescribedBeats.class::isInstance),
                "Beats are described at 100 … 1000 whole hertz; the recipe's millihertz are",
                rate);
    }

    /** Raw samples per value of a stream; {@code number} 0 is the raw samples themselves. */
    static int decimation(List<Step> steps, int number) {
        int decimation = 1;
        for (int at = number; at > 0; at = steps.get(at - 1).input()) {
            decimation *= steps.get(at - 1).decimationFactor();
            if (decimation > MAX_DECIMATION) {
                return decimation;
            }
        }
        return decimation;
    }

    /** Length of the array that a step gives, 0 if it gives none; {@code number} 0 is the raw samples. */
    static int arrayLength(List<Step> steps, int number) {
        if (number == 0) {
            return 0;
        }
        Step step = steps.get(number - 1);
        return step.arrayLength(arrayLength(steps, step.input()));
    }
}
