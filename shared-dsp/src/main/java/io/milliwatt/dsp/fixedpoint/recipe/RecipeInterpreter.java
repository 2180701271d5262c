package io.milliwatt.dsp.fixedpoint.recipe;

import io.milliwatt.dsp.fixedpoint.BaselineAnomaly;
import io.milliwatt.dsp.fixedpoint.BiquadCascade;
import io.milliwatt.dsp.fixedpoint.DecimatingFir;
import io.milliwatt.dsp.fixedpoint.Energy;
import io.milliwatt.dsp.fixedpoint.Kernel;
import io.milliwatt.dsp.fixedpoint.LineScore;
import io.milliwatt.dsp.fixedpoint.LocalFloor;
import io.milliwatt.dsp.fixedpoint.LogSpectrum;
import io.milliwatt.dsp.fixedpoint.MeanRemoval;
import io.milliwatt.dsp.fixedpoint.Moments;
import io.milliwatt.dsp.fixedpoint.ShaftSpeed;
import io.milliwatt.dsp.fixedpoint.SignalQuality;
import io.milliwatt.dsp.fixedpoint.SpectrumAxis;
import io.milliwatt.dsp.fixedpoint.Square;
import io.milliwatt.dsp.fixedpoint.Whitening;
import io.milliwatt.dsp.fixedpoint.Window;
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
        for (int number = 1; number <= steps.size(); number++) {
            Step step = steps.get(number - 1);
            kernels[number] = kernel(step);
            sources[number] = source(step);
        }
    }

    /** Number of the step whose stream a step takes value by value; −1 if it takes none. */
    private static int source(Step step) {
        return switch (step) {
            case Step.MeanRemoval s -> s.input();
            case Step.Biquads s -> s.input();
            case Step.Whitening s -> s.input();
            case Step.Square s -> s.input();
            case Step.DecimatingFir s -> s.input();
            case Step.Energy s -> s.input();
            case Step.Moments s -> s.input();
            case Step.LogSpectrum s -> s.input();
            case Step.SignalQuality _ -> 0;
            case Step.BaselineAnomaly _, Step.LocalFloor _, Step.LineScore _, Step.ShaftSpeed _ -> -1;
        };
    }

    private Kernel kernel(Step step) {
        int samples = recipe.windowLength() / recipe.decimation(step.input());
        return switch (step) {
            case Step.MeanRemoval s -> new MeanRemoval(s.settlingShift(), s.fractionBits());
            case Step.Biquads s -> new BiquadCascade(coefficients(s.sections()));
            case Step.Whitening s -> new Whitening(s.order(), s.whiteNoiseShift());
            case Step.Square s -> new Square(s.shift());
            case Step.DecimatingFir s -> new DecimatingFir(s.factor(), s.shift(), taps(s.taps()));
            case Step.Energy _ -> new Energy(samples);
            case Step.Moments s -> new Moments(samples, s.droppedBits());
            case Step.SignalQuality s ->
                new SignalQuality(s.settings(), kernels[s.input()], sensor.nanoUnitsPerCount());
            case Step.BaselineAnomaly s -> new BaselineAnomaly(s.settings(), kernels[s.input()]);
            case Step.LogSpectrum s -> new LogSpectrum(samples, s.length(), s.firstBin());
            case Step.LocalFloor s -> {
                LogSpectrum spectrum = (LogSpectrum) kernels[s.input()];
                SpectrumAxis axis = new SpectrumAxis(
                        2 * spectrum.bins(), recipe.decimation(s.input()), recipe.sampleRateMilliHertz());
                yield new LocalFloor(spectrum, axis, s.settings());
            }
            case Step.LineScore s ->
                new LineScore(
                        (LocalFloor) kernels[s.input()],
                        sensor.faultOrders(),
                        s.slipSteps(),
                        s.slipStepQ20(),
                        s.lines());
            case Step.ShaftSpeed _ -> new ShaftSpeed();
        };
    }

    private static int[] coefficients(List<Step.Section> sections) {
        int[] coefficients = new int[BiquadCascade.COEFFICIENTS_PER_SECTION * sections.size()];
        int at = 0;
        for (Step.Section section : sections) {
            coefficients[at++] = section.b0();
            coefficients[at++] = section.b1();
            coefficients[at++] = section.b2();
            coefficients[at++] = section.a1();
            coefficients[at++] = section.a2();
        }
        return coefficients;
    }

    private static short[] taps(List<Short> list) {
        short[] taps = new short[list.size()];
        for (int i = 0; i < taps.length; i++) {
            taps[i] = list.get(i);
        }
        return taps;
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
