package io.milliwatt.training.quantization;

import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;

/**
 * What the float network saw of the model's int16 inputs: gain × input + offset.
 *
 * @param lines one per input, or a single one for all
 */
public record InputScaling(List<Line> lines) {

    /** @param gain not 0 */
    public record Line(double gain, double offset) {
        public Line {
            if (gain == 0 || !Double.isFinite(gain) || !Double.isFinite(offset)) {
                throw new IllegalArgumentException("An input cannot be scaled by " + gain + " and " + offset + ".");
            }
        }
    }

    public InputScaling {
        lines = List.copyOf(lines);
        if (lines.isEmpty()) {
            throw new IllegalArgumentException("An input scaling needs at least one line.");
        }
    }

    /** Every input alike. */
    public static InputScaling uniform(double gain, double offset) {
        return new InputScaling(List.of(new Line(gain, offset)));
    }

    /** Inputs less their mean, divided by their deviation; a deviation of 0 counts as 1. */
    public static InputScaling standardized(double[] means, double[] deviations) {
        return new InputScaling(IntStream.range(0, means.length)
                .mapToObj(input -> {
                    double deviation = deviations[input] > 0 ? deviations[input] : 1;
                    return new Line(1 / deviation, -means[input] / deviation);
                })
                .toList());
    }

    /** The mean and deviation of each input over these examples. */
    public static InputScaling standardized(short[][] examples) {
        double[] means = new double[examples[0].length];
        double[] deviations = new double[means.length];
        for (int input = 0; input < means.length; input++) {
            int at = input;
            double[] column =
                    Arrays.stream(examples).mapToDouble(row -> row[at]).toArray();
            means[input] = Arrays.stream(column).average().orElseThrow();
            double mean = means[input];
            deviations[input] = Math.sqrt(Arrays.stream(column)
                    .map(value -> (value - mean) * (value - mean))
                    .average()
                    .orElseThrow());
        }
        return standardized(means, deviations);
    }

    public Line line(int input) {
        return lines.get(lines.size() == 1 ? 0 : input);
    }

    /** The float network's inputs. */
    public double[] apply(short[] inputs) {
        double[] real = new double[inputs.length];
        for (int input = 0; input < real.length; input++) {
            real[input] = line(input).gain * inputs[input] + line(input).offset;
        }
        return real;
    }
}
