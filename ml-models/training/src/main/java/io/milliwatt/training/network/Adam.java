package io.milliwatt.training.network;

import java.util.List;

/** Adam's moments and steps (Kingma, Ba, Adam: a method for stochastic optimization, 2015). */
final class Adam {
    private static final double FIRST_MOMENT = 0.9;
    private static final double SECOND_MOMENT = 0.999;
    private static final double SMALL = 1e-7;

    private final List<float[]> parameters;
    private final List<double[]> first;
    private final List<double[]> second;
    private int steps;

    /** @param parameters which steps change in place */
    Adam(List<float[]> parameters) {
        this.parameters = parameters;
        first = parameters.stream().map(each -> new double[each.length]).toList();
        second = parameters.stream().map(each -> new double[each.length]).toList();
    }

    /** @param still parameters that keep their value */
    void step(List<float[]> gradients, List<boolean[]> still, double learningRate) {
        steps++;
        // Both moments start at zero; this makes up for it.
        double rate =
                learningRate * Math.sqrt(1 - Math.pow(SECOND_MOMENT, steps)) / (1 - Math.pow(FIRST_MOMENT, steps));
        for (int i = 0; i < parameters.size(); i++) {
            step(parameters.get(i), gradients.get(i), first.get(i), second.get(i), still.get(i), rate);
        }
    }

    private static void step(
            float[] values, float[] gradient, double[] first, double[] second, boolean[] still, double rate) {
        for (int i = 0; i < values.length; i++) {
            if (!still[i]) {
                first[i] += (1 - FIRST_MOMENT) * (gradient[i] - first[i]);
                second[i] += (1 - SECOND_MOMENT) * ((double) gradient[i] * gradient[i] - second[i]);
                values[i] -= (float) (rate * first[i] / (Math.sqrt(second[i]) + SMALL));
            }
        }
    }
}
