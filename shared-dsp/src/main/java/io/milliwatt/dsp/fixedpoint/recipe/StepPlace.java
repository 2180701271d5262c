package io.milliwatt.dsp.fixedpoint.recipe;

import io.milliwatt.dsp.fixedpoint.ArrayKernel;
import io.milliwatt.dsp.fixedpoint.Kernel;
import io.milliwatt.dsp.fixedpoint.SpectrumAxis;

/**
 * Where a kernel is to run.
 *
 * @param input the step that it reads; for the raw samples a kernel that does nothing
 * @param samples of its input per window
 */
record StepPlace(Recipe recipe, SensorConfiguration sensor, Step step, Kernel input, int samples) {

    /** For steps that read an array. */
    ArrayKernel array() {
        return (ArrayKernel) input;
    }

    /** For steps that read a spectrum of {@code length} points. */
    SpectrumAxis axis(int length) {
        return new SpectrumAxis(length, recipe.decimation(step.input()), recipe.sampleRateMilliHertz());
    }
}
