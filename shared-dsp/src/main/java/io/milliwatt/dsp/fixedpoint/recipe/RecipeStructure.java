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
            checkInput(windowLength, steps, number);
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

    private static void checkInput(int windowLength, List<Step> steps, int number) {
        Step step = steps.get(number - 1);
        boolean readsStream = step.input() == 0 || steps.get(step.input() - 1).isStream();
        boolean fits = switch (step) {
            case Step.MeanRemoval _, Step.ShaftSpeed _ -> step.input() == 0;
            case Step.Biquads _, Step.Whitening _, Step.Square _, Step.DecimatingFir _ -> readsStream;
            case Step.Energy _, Step.Moments _ -> readsStream;
            case Step.LogSpectrum spectrum ->
                readsStream && windowLength / decimation(steps, step.input()) <= spectrum.length();
            case Step.SignalQuality _ -> values(steps, step) > 0;
            case Step.BaselineAnomaly anomaly ->
                values(steps, step) > anomaly.settings().sourceValue();
            case Step.LocalFloor _ -> step.input() > 0 && steps.get(step.input() - 1) instanceof Step.LogSpectrum;
            case Step.LineScore _ -> step.input() > 0 && steps.get(step.input() - 1) instanceof Step.LocalFloor;
        };
        ParameterRange.require(fits, "Step " + number + " cannot read step", step.input());
    }

    private static int values(List<Step> steps, Step step) {
        return step.input() == 0 ? 0 : steps.get(step.input() - 1).valueCount();
    }

    /** Raw samples per value of a stream; {@code number} 0 is the raw samples themselves. */
    static int decimation(List<Step> steps, int number) {
        int decimation = 1;
        for (int at = number; at > 0; at = steps.get(at - 1).input()) {
            if (steps.get(at - 1) instanceof Step.DecimatingFir fir) {
                decimation *= fir.factor();
            }
            if (decimation > MAX_DECIMATION) {
                return decimation;
            }
        }
        return decimation;
    }
}
