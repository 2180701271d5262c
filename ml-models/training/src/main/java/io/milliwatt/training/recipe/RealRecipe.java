package io.milliwatt.training.recipe;

import io.milliwatt.dsp.fixedpoint.recipe.MovingStep;
import io.milliwatt.dsp.fixedpoint.recipe.Output;
import io.milliwatt.dsp.fixedpoint.recipe.ReadingStep;
import io.milliwatt.dsp.fixedpoint.recipe.Recipe;
import io.milliwatt.dsp.fixedpoint.recipe.SensorConfiguration;
import io.milliwatt.dsp.fixedpoint.recipe.SpectrumStep;
import io.milliwatt.dsp.fixedpoint.recipe.StatisticsStep;
import io.milliwatt.dsp.fixedpoint.recipe.Step;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Runs a recipe over whole windows in double precision. Outputs keep the node's units (value × divisor) but are neither rounded nor
 * saturated. Signal quality and the baseline's anomaly are decisions rather than measurements and stay 0.
 */
public final class RealRecipe {
    private static final double ROOT_MEAN_SQUARE_FRACTION = 256;
    private static final double Q12 = 4096;

    private final Recipe recipe;
    private final SensorConfiguration sensor;
    private final List<Optional<RealStream>> streams;

    public RealRecipe(Recipe recipe, SensorConfiguration sensor) {
        this.recipe = recipe;
        this.sensor = sensor;
        this.streams = recipe.steps().stream().map(RealRecipe::stream).toList();
    }

    private static Optional<RealStream> stream(Step step) {
        return switch (step) {
            case Step.MeanRemoval s -> Optional.of(RealStream.meanRemoval(s));
            case Step.Biquads s -> Optional.of(RealStream.biquads(s));
            case Step.Whitening s -> Optional.of(RealStream.whitening(s));
            case Step.Square s -> Optional.of(RealStream.square(s));
            case Step.DecimatingFir s -> Optional.of(RealStream.decimatingFir(s));
            case Step.Energy _,
                    Step.Moments _,
                    Step.SignalQuality _,
                    Step.BaselineAnomaly _,
                    Step.LogSpectrum _,
                    Step.LocalFloor _,
                    Step.LineScore _,
                    Step.ShaftSpeed _ -> Optional.empty();
            case ReadingStep _, MovingStep _, StatisticsStep _, SpectrumStep _ ->
                throw new IllegalArgumentException("Only the vibration recipe's steps have a floating-point twin, so "
                        + step + " cannot be compared with one.");
        };
    }

    /**
     * The values of each whole window.
     *
     * @param counts samples in sensor counts, not rounded
     * @param shaftHz above 0, the same for all windows
     */
    public List<double[]> values(double[] counts, double shaftHz) {
        List<double[]> windows = new ArrayList<>();
        int length = recipe.windowLength();
        for (int from = 0; from + length <= counts.length; from += length) {
            windows.add(window(java.util.Arrays.copyOfRange(counts, from, from + length), shaftHz));
        }
        return windows;
    }

    private double[] window(double[] raw, double shaftHz) {
        List<double[]> flows = new ArrayList<>(List.of(raw)); // by step number; 0 is the raw samples
        Map<Integer, RealSpectrum> floors = new HashMap<>();
        List<double[]> found = new ArrayList<>(List.of(new double[4]));
        for (int number = 1; number <= recipe.steps().size(); number++) {
            Step step = recipe.steps().get(number - 1);
            double[] input = flows.get(step.input());
            double[] flow =
                    streams.get(number - 1).map(each -> each.next(input)).orElse(input);
            double[] values = new double[4];
            switch (step) {
                case Step.Energy _ -> values = energy(input);
                case Step.Moments _ -> values = moments(input);
                case Step.LogSpectrum s -> flow = RealSpectrum.logPower(s, input);
                case Step.LocalFloor s ->
                    floors.put(number, new RealSpectrum(input, s.settings(), streamRateHz(s.input()), shaftHz));
                case Step.LineScore s -> values[0] = floors.get(s.input()).lineScore(s, sensor.faultOrders());
                case Step.ShaftSpeed _ -> values[0] = 1000 * shaftHz;
                case Step.MeanRemoval _,
                        Step.Biquads _,
                        Step.Whitening _,
                        Step.Square _,
                        Step.DecimatingFir _,
                        Step.SignalQuality _,
                        Step.BaselineAnomaly _,
                        ReadingStep _,
                        MovingStep _,
                        StatisticsStep _,
                        SpectrumStep _ -> {
                    // Streams have flowed on already; decisions are not made here.
                }
            }
            flows.add(flow);
            found.add(values);
        }
        return recipe.outputs().stream()
                .mapToDouble(output -> converted(output, found.get(output.step())[output.value()]))
                .toArray();
    }

    private double streamRateHz(int step) {
        double rateHz = recipe.sampleRateMilliHertz() / 1000.0;
        for (int number = step;
                number > 0;
                number = recipe.steps().get(number - 1).input()) {
            if (recipe.steps().get(number - 1) instanceof Step.DecimatingFir fir) {
                rateHz /= fir.factor();
            }
        }
        return rateHz;
    }

    private double converted(Output output, double value) {
        double scaled = output.inSensorUnits() ? value * sensor.nanoUnitsPerCount() / 65536 : value;
        return Math.scalb(scaled * output.multiplier(), -output.shift());
    }

    private static double[] energy(double[] window) {
        double meanSquare = meanPower(window, 2);
        return new double[] {
            ROOT_MEAN_SQUARE_FRACTION * Math.sqrt(meanSquare), 1024 * Math.log(meanSquare) / Math.log(2), 0, 0
        };
    }

    private static double[] moments(double[] window) {
        double meanSquare = meanPower(window, 2);
        double rootMeanSquare = Math.sqrt(meanSquare);
        double peak = 0;
        for (double x : window) {
            peak = Math.max(peak, Math.abs(x));
        }
        return new double[] {
            ROOT_MEAN_SQUARE_FRACTION * rootMeanSquare,
            ROOT_MEAN_SQUARE_FRACTION * peak,
            Q12 * meanPower(window, 4) / (meanSquare * meanSquare),
            Q12 * peak / rootMeanSquare
        };
    }

    private static double meanPower(double[] window, int exponent) {
        double sum = 0;
        for (double x : window) {
            sum += Math.pow(x, exponent);
        }
        return sum / window.length;
    }
}
