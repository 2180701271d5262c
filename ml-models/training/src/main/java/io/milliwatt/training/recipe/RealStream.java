package io.milliwatt.training.recipe;

import io.milliwatt.dsp.fixedpoint.recipe.Step;
import io.milliwatt.dsp.spectrum.Autoregression;
import java.util.Arrays;
import java.util.List;

/** A step that turns a window's stream into another; what it remembers of earlier windows stays inside. */
interface RealStream {
    double[] next(double[] window);

    /** A running mean that settles within 2^settlingShift samples, taken off; in fractions as the node counts them. */
    static RealStream meanRemoval(Step.MeanRemoval step) {
        double rate = Math.scalb(1.0, -step.settlingShift());
        double fraction = Math.scalb(1.0, step.fractionBits());
        double[] mean = {Double.NaN};
        return window -> {
            double[] out = new double[window.length];
            for (int i = 0; i < window.length; i++) {
                mean[0] = Double.isNaN(mean[0]) ? window[i] : mean[0];
                mean[0] += (window[i] - mean[0]) * rate;
                out[i] = (window[i] - mean[0]) * fraction;
            }
            return out;
        };
    }

    /** Second-order sections in direct form I, their coefficients in Q29. */
    static RealStream biquads(Step.Biquads step) {
        List<double[]> past =
                step.sections().stream().map(section -> new double[4]).toList();
        return window -> {
            double[] out = window.clone();
            for (int s = 0; s < past.size(); s++) {
                Step.Section c = step.sections().get(s);
                double[] p = past.get(s); // x1, x2, y1, y2
                for (int i = 0; i < out.length; i++) {
                    double x = out[i];
                    double sum = (double) c.b0() * x
                            + (double) c.b1() * p[0]
                            + (double) c.b2() * p[1]
                            - (double) c.a1() * p[2]
                            - (double) c.a2() * p[3];
                    p[1] = p[0];
                    p[0] = x;
                    p[3] = p[2];
                    p[2] = Math.scalb(sum, -29);
                    out[i] = p[2];
                }
            }
            return out;
        };
    }

    /** The prediction error of the previous window's linear predictor; the first window passes unchanged. */
    static RealStream whitening(Step.Whitening step) {
        int order = step.order();
        double[] predictor = new double[order];
        double[] past = new double[order]; // newest first
        return window -> {
            double[] out = new double[window.length];
            for (int i = 0; i < window.length; i++) {
                double predicted = 0;
                for (int k = 0; k < order; k++) {
                    predicted += predictor[k] * (i > k ? window[i - 1 - k] : past[k - i]);
                }
                out[i] = window[i] - predicted;
            }
            for (int k = 0; k < order; k++) {
                past[k] = window[window.length - 1 - k];
            }
            double[] correlation = correlation(window, order);
            correlation[0] *= 1 + Math.scalb(1.0, -step.whiteNoiseShift());
            Arrays.fill(predictor, 0);
            if (correlation[0] > 0) {
                System.arraycopy(Autoregression.levinson(correlation).coefficients(), 0, predictor, 0, order);
            }
            return out;
        };
    }

    static RealStream square(Step.Square step) {
        return window ->
                Arrays.stream(window).map(x -> Math.scalb(x * x, -step.shift())).toArray();
    }

    /** A value for the last of every {@code factor} samples. */
    static RealStream decimatingFir(Step.DecimatingFir step) {
        int taps = step.taps().size();
        double[] past = new double[taps - 1]; // oldest first
        return window -> {
            double[] all = new double[past.length + window.length];
            System.arraycopy(past, 0, all, 0, past.length);
            System.arraycopy(window, 0, all, past.length, window.length);
            double[] out = new double[window.length / step.factor()];
            for (int i = 0; i < out.length; i++) {
                int newest = past.length + (i + 1) * step.factor() - 1;
                double sum = 0;
                for (int k = 0; k < taps; k++) {
                    sum += step.taps().get(k) * all[newest - k];
                }
                out[i] = Math.scalb(sum, -step.shift());
            }
            System.arraycopy(all, all.length - past.length, past, 0, past.length);
            return out;
        };
    }

    private static double[] correlation(double[] window, int order) {
        double[] correlation = new double[order + 1];
        for (int lag = 0; lag <= order; lag++) {
            for (int i = lag; i < window.length; i++) {
                correlation[lag] += window[i] * window[i - lag];
            }
        }
        return correlation;
    }
}
