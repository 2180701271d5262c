package io.milliwatt.training.soil.forecast;

import io.milliwatt.dsp.fixedpoint.soil.SoilFeature;
import io.milliwatt.training.quantization.InputScaling;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

/**
 * How inputs and changes are scaled for the network, from the examples it learns from.
 *
 * @param inputs of the past to mean 0 and deviation 1; of the rain to come to deviation 1, so that none stays 0, known or not
 * @param units of each horizon: root mean square change, the mean over the depths, 0.01 %
 * @param weights by depth and horizon: what an error counts, so that a depth that hardly moves is learnt as well
 */
// Made once per training; never compared.
@SuppressWarnings("ArrayRecordComponent")
record ForecastScales(InputScaling inputs, double[] units, double[][] weights) {

    private static final double PER_CENT = 0.01;
    private static final int DEPTHS = 5;
    private static final int MIDDLE = 2;

    static ForecastScales of(List<DepthSample> samples) {
        double[][] persistence = new double[DEPTHS][ForecastDesign.HORIZONS];
        for (int depth = 0; depth < DEPTHS; depth++) {
            for (int horizon = 0; horizon < ForecastDesign.HORIZONS; horizon++) {
                persistence[depth][horizon] = rootMeanSquare(samples, depth, horizon);
            }
        }
        double[] units = IntStream.range(0, ForecastDesign.HORIZONS)
                .mapToDouble(horizon -> IntStream.range(0, DEPTHS)
                        .mapToDouble(depth -> persistence[depth][horizon])
                        .average()
                        .orElseThrow())
                .toArray();
        double[][] weights = new double[DEPTHS][ForecastDesign.HORIZONS];
        for (int depth = 0; depth < DEPTHS; depth++) {
            for (int horizon = 0; horizon < ForecastDesign.HORIZONS; horizon++) {
                double ratio = persistence[MIDDLE][horizon] / persistence[depth][horizon];
                weights[depth][horizon] = ratio * ratio;
            }
        }
        short[][] inputs = samples.stream().map(each -> each.inputs(Rain.KNOWN)).toArray(short[][]::new);
        return new ForecastScales(scaling(InputScaling.standardized(inputs)), units, weights);
    }

    private static InputScaling scaling(InputScaling standardized) {
        List<InputScaling.Line> lines = new ArrayList<>(standardized.lines());
        for (int input = SoilFeature.FIRST_OF_FUTURE; input < lines.size(); input++) {
            double gain = input == SoilFeature.RAIN_KNOWN.ordinal()
                    ? PER_CENT
                    : lines.get(input).gain();
            lines.set(input, new InputScaling.Line(gain, 0));
        }
        return new InputScaling(lines);
    }

    private static double rootMeanSquare(List<DepthSample> samples, int depth, int horizon) {
        return Math.sqrt(samples.stream()
                .filter(each -> each.depth() == depth && each.isKnown(horizon))
                .mapToDouble(each -> (double) each.changes()[horizon] * each.changes()[horizon])
                .average()
                .orElse(1));
    }
}
