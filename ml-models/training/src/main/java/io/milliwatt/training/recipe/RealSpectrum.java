package io.milliwatt.training.recipe;

import io.milliwatt.dsp.fixedpoint.FaultOrders;
import io.milliwatt.dsp.fixedpoint.FloorGrid;
import io.milliwatt.dsp.fixedpoint.SpectralLine;
import io.milliwatt.dsp.fixedpoint.recipe.Step;
import io.milliwatt.dsp.spectrum.ComplexValues;
import io.milliwatt.dsp.spectrum.FourierTransform;
import java.util.Arrays;

/**
 * A window's log spectrum over its local floor, and the height of joint lines in it, in the node's units of 1/1024 octave
 * of power.
 */
final class RealSpectrum {
    private static final double UNITS_PER_OCTAVE = 1024;
    private static final double ORDER_ONE = 65536;

    private final double[] log;
    private final double[] levels;
    private final double binsPerOrder;
    private final double step;
    private final int topBin;

    /**
     * @param streamRateHz of the values that were transformed
     * @param shaftHz above 0
     */
    RealSpectrum(double[] log, FloorGrid grid, double streamRateHz, double shaftHz) {
        this.log = log;
        double binsPerHertz = 2 * log.length / streamRateHz;
        binsPerOrder = shaftHz * binsPerHertz;
        double top =
                Math.min(grid.limitOrders() * binsPerOrder, Math.floor(grid.limitMilliHertz() / 1000.0 * binsPerHertz));
        topBin = (int) Math.min(Math.floor(top), log.length - 2.0);
        step = Math.max(1, grid.gridStepOrderQ16() / ORDER_ONE * binsPerOrder);
        double half = Math.max(grid.minimumHalfWidthBins(), grid.halfWidthOrderQ16() / ORDER_ONE * binsPerOrder);
        levels = new double[(int) Math.min(grid.points(), topBin / step + 2)];
        for (int j = 0; j < levels.length; j++) {
            int high = (int) Math.min(log.length - 1.0, Math.floor(j * step + half));
            int low = (int) Math.min(high, Math.max(0, Math.ceil(j * step - half)));
            double[] sorted = Arrays.copyOfRange(log, low, high + 1);
            Arrays.sort(sorted);
            levels[j] = sorted[(sorted.length - 1) / 2];
        }
    }

    /** Mean removed, Hann window, zeros up to the length, log₂ of the power; scale and offset as the node's up to a constant. */
    static double[] logPower(Step.LogSpectrum parameters, double[] window) {
        double mean = Arrays.stream(window).average().orElse(0);
        double[] padded = new double[parameters.length()];
        for (int i = 0; i < window.length; i++) {
            padded[i] = (window[i] - mean) * (1 - Math.cos(2 * Math.PI * i / window.length));
        }
        ComplexValues bins = FourierTransform.ofSize(parameters.length()).forwardReal(padded);
        double[] log = new double[parameters.length() / 2];
        for (int i = 0; i < log.length; i++) {
            log[i] = UNITS_PER_OCTAVE * Math.log(Math.max(bins.power(i), Double.MIN_NORMAL)) / Math.log(2);
        }
        Arrays.fill(log, 0, parameters.firstBin(), log[parameters.firstBin()]);
        return log;
    }

    double lineScore(Step.LineScore parameters, FaultOrders orders) {
        double best = Double.NEGATIVE_INFINITY;
        int used = 0;
        for (int slip = -parameters.slipSteps(); slip <= parameters.slipSteps(); slip++) {
            double sum = 0;
            used = 0;
            for (SpectralLine line : parameters.lines()) {
                long unslipped = bin(line, orders, 0);
                if (line.base().orderQ16(orders) > 0 && unslipped >= 1 && unslipped < topBin) {
                    used++;
                    sum += highestNear(bin(line, orders, Math.scalb((double) slip * parameters.slipStepQ20(), -20)));
                }
            }
            best = Math.max(best, sum);
        }
        return used == 0 ? 0 : best / used;
    }

    private long bin(SpectralLine line, FaultOrders orders, double slip) {
        double order = line.harmonic() * line.base().orderQ16(orders) * (1 + slip)
                + (double) line.multiple() * line.sideband().orderQ16(orders);
        return Math.round(order / ORDER_ONE * binsPerOrder);
    }

    private double highestNear(long bin) {
        int centre = (int) Math.max(1, Math.min(log.length - 2L, bin));
        return Math.max(excess(centre), Math.max(excess(centre - 1), excess(centre + 1)));
    }

    private double excess(int bin) {
        double position = bin / step;
        int index = (int) position;
        if (index >= levels.length - 1) {
            return log[bin] - levels[levels.length - 1];
        }
        return log[bin] - (levels[index] + (levels[index + 1] - levels[index]) * (position - index));
    }
}
