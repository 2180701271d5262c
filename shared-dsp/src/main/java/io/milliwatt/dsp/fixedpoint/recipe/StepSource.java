package io.milliwatt.dsp.fixedpoint.recipe;

import java.util.List;

/**
 * What a step is to read, while its recipe is checked.
 *
 * @param number of the step, 0 for the raw samples
 * @param samples of its stream per window
 * @param decimation raw samples per value of its stream
 */
record StepSource(List<Step> steps, int number, int samples, int decimation) {

    boolean isRaw() {
        return number == 0;
    }

    /** The raw samples are one. */
    boolean isStream() {
        return isRaw() || step().isStream();
    }

    /** Values at the end of a window. */
    int values() {
        return isRaw() ? 0 : step().valueCount();
    }

    /** Length of its array, 0 if it gives none. */
    int arrayLength() {
        return RecipeStructure.arrayLength(steps, number);
    }

    boolean is(Class<? extends Step> type) {
        return !isRaw() && type.isInstance(step());
    }

    private Step step() {
        return steps.get(number - 1);
    }
}
