package io.milliwatt.dsp.soil.fault;

import java.util.ArrayList;
import java.util.List;
import org.apache.commons.math3.linear.Array2DRowRealMatrix;
import org.apache.commons.math3.linear.ArrayRealVector;
import org.apache.commons.math3.linear.CholeskyDecomposition;
import org.apache.commons.math3.linear.RealVector;

/**
 * What a depth's water should be by the other depths and the rain of the last weeks: a ridge regression over all days up to some time ago, asked
 * about the last ten days. A probe that drifts leaves what its past explains.
 */
final class Expectation {
    private static final double RIDGE = 0.01;
    private static final int LEAST_DAYS = 30;
    private static final int ASKED_DAYS = 10;
    private static final double RAIN_KEPT_PER_DAY = 0.96;
    /** Brings rain, mm, to the size of water contents. */
    private static final double RAIN_SCALE = 0.002;

    /** Another depth counts if it was read on this part of the depth's own days. */
    private static final double COMMON_PART = 0.8;

    private final double[] own;
    private final double[][] inputs;
    /** Sums over all days up to and with a day: inputs' products, inputs times own, own squared, count. */
    private final double[][][] products;

    private final double[][] targets;
    private final double[] squares;
    private final int[] counts;

    Expectation(ProbeDays probe, int depth) {
        own = probe.moisture()[depth];
        inputs = inputs(probe, depth);
        int days = own.length;
        int width = inputs.length;
        products = new double[days][width][width];
        targets = new double[days][width];
        squares = new double[days];
        counts = new int[days];
        for (int day = 0; day < days; day++) {
            sum(day, width);
        }
    }

    /**
     * How the last ten days depart from what the days up to {@code ago} before told.
     *
     * @return mean departure, and the scatter of the days learnt from, m³/m³; NaN where too little is known
     */
    double[] departure(int t, int ago) {
        int last = t - ago;
        if (last < 0 || counts[last] < LEAST_DAYS) {
            return new double[] {Double.NaN, Double.NaN};
        }
        RealVector weights = weights(last);
        double sum = 0;
        int asked = 0;
        for (int day = Math.max(0, t - ASKED_DAYS + 1); day <= t; day++) {
            double expected = expected(day, weights);
            if (!Double.isNaN(expected) && !Double.isNaN(own[day])) {
                sum += own[day] - expected;
                asked++;
            }
        }
        return new double[] {asked * 2 < ASKED_DAYS ? Double.NaN : sum / asked, scatter(last, weights)};
    }

    private void sum(int day, int width) {
        if (day > 0) {
            for (int i = 0; i < width; i++) {
                products[day][i] = products[day - 1][i].clone();
            }
            targets[day] = targets[day - 1].clone();
            squares[day] = squares[day - 1];
            counts[day] = counts[day - 1];
        }
        if (!known(day)) {
            return;
        }
        for (int i = 0; i < width; i++) {
            for (int k = 0; k < width; k++) {
                products[day][i][k] += inputs[i][day] * inputs[k][day];
            }
            targets[day][i] += inputs[i][day] * own[day];
        }
        squares[day] += own[day] * own[day];
        counts[day]++;
    }

    private RealVector weights(int day) {
        double[][] matrix = new double[inputs.length][];
        for (int i = 0; i < inputs.length; i++) {
            matrix[i] = products[day][i].clone();
            matrix[i][i] += RIDGE;
        }
        return new CholeskyDecomposition(new Array2DRowRealMatrix(matrix, false))
                .getSolver()
                .solve(new ArrayRealVector(targets[day]));
    }

    private double expected(int day, RealVector weights) {
        double sum = 0;
        for (int i = 0; i < inputs.length; i++) {
            sum += weights.getEntry(i) * inputs[i][day];
        }
        return sum;
    }

    private double scatter(int day, RealVector weights) {
        double explained = 0;
        for (int i = 0; i < inputs.length; i++) {
            explained += weights.getEntry(i) * targets[day][i];
        }
        return Math.sqrt(Math.max(0, squares[day] - explained) / counts[day]);
    }

    private boolean known(int day) {
        double sum = own[day];
        for (double[] input : inputs) {
            sum += input[day];
        }
        return !Double.isNaN(sum);
    }

    private static double[][] inputs(ProbeDays probe, int depth) {
        List<double[]> inputs = new ArrayList<>();
        double[] one = new double[probe.days()];
        double[] wet = new double[probe.days()];
        double kept = 0;
        for (int day = 0; day < one.length; day++) {
            one[day] = 1;
            double rain = probe.rainMillimetres()[day];
            kept = RAIN_KEPT_PER_DAY * kept + (Double.isNaN(rain) ? 0 : rain);
            wet[day] = RAIN_SCALE * kept;
        }
        inputs.add(one);
        inputs.add(wet);
        for (int other = 0; other < probe.depths(); other++) {
            if (other != depth && common(probe, depth, other)) {
                inputs.add(probe.moisture()[other]);
            }
        }
        return inputs.toArray(double[][]::new);
    }

    private static boolean common(ProbeDays probe, int depth, int other) {
        int mine = 0;
        int both = 0;
        for (int day = 0; day < probe.days(); day++) {
            if (!Double.isNaN(probe.moisture()[depth][day])) {
                mine++;
                both += Double.isNaN(probe.moisture()[other][day]) ? 0 : 1;
            }
        }
        return both > COMMON_PART * mine;
    }
}
