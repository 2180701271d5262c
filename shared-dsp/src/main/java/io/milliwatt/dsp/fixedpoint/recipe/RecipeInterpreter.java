package io.milliwatt.dsp.fixedpoint.recipe;

import io.milliwatt.dsp.fixedpoint.ArrayKernel;
import io.milliwatt.dsp.fixedpoint.DegreeDays;
import io.milliwatt.dsp.fixedpoint.Kernel;
import io.milliwatt.dsp.fixedpoint.QrsDetector;
import io.milliwatt.dsp.fixedpoint.Window;
import io.milliwatt.dsp.fixedpoint.heart.BeatFeatures;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.function.Consumer;

/**
 * Runs a recipe over a stream of samples, bit for bit as the node does. Chunk sizes do not matter: state stays between
 * calls. One interpreter serves one sensor, from one thread.
 */
public final class RecipeInterpreter {

    /** Fastest shaft, 1 kHz. */
    public static final int MAX_SHAFT_SPEED_MILLI_HERTZ = 1_000_000;

    private static final int NO_SOURCE = -1;

    /** Stands for the raw samples, which give nothing at the end of a window. */
    private static final Kernel RAW_SAMPLES = new Kernel() {};

    private final Recipe recipe;
    private final SensorConfiguration sensor;
    private final Kernel[] kernels;
    private final int[] sources;
    private final boolean[] fresh;
    private int shaftSpeedMilliHertz;
    private int samplesInWindow;
    private int windowsEnded;

    /** Starts with a standing shaft: {@link #setShaftSpeed} before the first window ends. */
    public RecipeInterpreter(Recipe recipe, SensorConfiguration sensor) {
        this.recipe = recipe;
        this.sensor = sensor;
        List<Step> steps = recipe.steps();
        kernels = new Kernel[steps.size() + 1];
        sources = new int[steps.size() + 1];
        fresh = new boolean[steps.size() + 1];
        kernels[0] = RAW_SAMPLES;
        for (int number = 1; number <= steps.size(); number++) {
            Step step = steps.get(number - 1);
            StepKind<?> kind = StepKinds.of(step);
            sources[number] = switch (kind.intake()) {
                case STREAM -> step.input();
                case RAW_SAMPLES -> 0;
                case NOTHING -> NO_SOURCE;
            };
            int samples = recipe.windowLength() / recipe.decimation(step.input());
            kernels[number] = kind.start(step, new StepPlace(recipe, sensor, step, kernels[step.input()], samples));
        }
    }

    /**
     * The shaft's speed from now on; the speed at the end of a window counts for the whole window.
     *
     * @param milliHertz 0 … 1,000,000; 0 says that the machine stands still
     */
    public void setShaftSpeed(int milliHertz) {
        if (milliHertz < 0 || milliHertz > MAX_SHAFT_SPEED_MILLI_HERTZ) {
            throw new IllegalArgumentException("A shaft speed of " + milliHertz
                    + " mHz is outside 0 … 1000000; give revolutions per second times 1000.");
        }
        shaftSpeedMilliHertz = milliHertz;
    }

    /** Takes samples; whenever a window is full its features go to {@code features}. */
    public void accept(short[] samples, int offset, int length, Consumer<? super FeatureVector> features) {
        Objects.checkFromIndexSize(offset, length, samples.length);
        for (int i = offset; i < offset + length; i++) {
            take(samples[i]);
            samplesInWindow++;
            if (samplesInWindow == recipe.windowLength()) {
                samplesInWindow = 0;
                features.accept(endWindow());
            }
        }
    }

    /**
     * The array that a step has given at the end of the last window, before the next sample is taken.
     *
     * @param step 1 … number of steps
     * @throws IllegalArgumentException if the step gives none
     */
    public int[] array(int step) {
        if (step < 1 || step >= kernels.length || !(kernels[step] instanceof ArrayKernel kernel)) {
            throw new IllegalArgumentException(
                    "Step " + step + " gives no array; name a spectrum, bands or a history.");
        }
        int[] array = new int[kernel.length()];
        Arrays.setAll(array, kernel::element);
        return array;
    }

    /** Degree-days are counted anew from here on, as at sowing; the day under way goes on. */
    public void startSeason() {
        for (Kernel kernel : kernels) {
            if (kernel instanceof DegreeDays degreeDays) {
                degreeDays.startSeason();
            }
        }
    }

    /**
     * The heart beats that a step finds, as the firmware's mw_recipe_next_beat gives them.
     *
     * @param step 1 … number of steps
     * @throws IllegalArgumentException if the step does not look for beats
     */
    public QrsDetector beats(int step) {
        if (step < 1 || step >= kernels.length || !(kernels[step] instanceof QrsDetector detector)) {
            throw new IllegalArgumentException("Step " + step + " finds no heart beats; name a QRS step.");
        }
        return detector;
    }

    /**
     * The beats that a step describes, as the firmware's mw_recipe_next_described_beat and mw_recipe_array give them.
     *
     * @param step 1 … number of steps
     * @throws IllegalArgumentException if the step does not describe beats
     */
    public BeatFeatures described(int step) {
        if (step < 1 || step >= kernels.length || !(kernels[step] instanceof BeatFeatures beats)) {
            throw new IllegalArgumentException("Step " + step + " describes no heart beats; name operation 30.");
        }
        return beats;
    }

    /** Lets every baseline anomaly learn its machine anew; filters go on. Returns how many there are. */
    public int forgetBaselines() {
        int baselines = 0;
        for (Kernel kernel : kernels) {
            baselines += kernel.forgetBaseline() ? 1 : 0;
        }
        return baselines;
    }

    private void take(short sample) {
        fresh[0] = true;
        for (int number = 1; number < kernels.length; number++) {
            int source = sources[number];
            if (source >= 0 && fresh[source]) {
                fresh[number] = kernels[number].accept(source == 0 ? sample : kernels[source].output());
            } else {
                fresh[number] = false;
            }
        }
    }

    private FeatureVector endWindow() {
        boolean settling = windowsEnded < recipe.warmUpWindows();
        windowsEnded = settling ? windowsEnded + 1 : windowsEnded;
        Window window = new Window(shaftSpeedMilliHertz, settling ? Window.WARMING_UP : 0);
        for (int number = 1; number < kernels.length; number++) {
            kernels[number].endWindow(window);
        }
        List<Output> outputs = recipe.outputs();
        short[] values = new short[outputs.size()];
        for (int i = 0; i < values.length; i++) {
            Output output = outputs.get(i);
            values[i] = output.convert(kernels[output.step()].value(output.value()), sensor.nanoUnitsPerCount());
        }
        return new FeatureVector(values, window.qualityFlags());
    }
}
