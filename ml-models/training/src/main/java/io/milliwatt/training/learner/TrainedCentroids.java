package io.milliwatt.training.learner;

import io.milliwatt.runtime.model.CentroidModel;
import io.milliwatt.runtime.model.Model;
import java.util.Arrays;

/** Class means and spreads; score = -(distance in spreads)². */
public final class TrainedCentroids implements TrainedClassifier {
    /** Fraction bits of a distance in spreads: 1/64 of a spread is far below what a feature repeats to. */
    private static final int SPREAD_FRACTION_BITS = 6;

    /** Inputs are int16, so a spread below one unit has no meaning. */
    private static final double SMALLEST_SPREAD = 1;

    private final double[][] centroids;
    private final double[] spread;

    /**
     * @param centroids class by input, in input units; all finite
     * @param spread per input, in input units, at least 0
     */
    TrainedCentroids(double[][] centroids, double[] spread) {
        this.centroids = centroids;
        this.spread = Arrays.stream(spread)
                .map(each -> Math.max(SMALLEST_SPREAD, each))
                .toArray();
        for (double[] centroid : centroids) {
            if (!Arrays.stream(centroid).allMatch(Double::isFinite)) {
                throw new IllegalArgumentException("a class has no training window");
            }
        }
    }

    /** A copy: class by input, in input units. */
    public double[][] centroids() {
        double[][] copy = new double[centroids.length][];
        for (int i = 0; i < copy.length; i++) {
            copy[i] = centroids[i].clone();
        }
        return copy;
    }

    /** A copy, in input units. */
    public double[] spread() {
        return spread.clone();
    }

    @Override
    public double[] score(double[] inputs) {
        double[] scores = new double[centroids.length];
        for (int label = 0; label < centroids.length; label++) {
            for (int i = 0; i < inputs.length; i++) {
                double distance = (inputs[i] - centroids[label][i]) / spread[i];
                scores[label] -= distance * distance;
            }
        }
        return scores;
    }

    /**
     * Spreads keep 16 significant bits. The squared distance keeps as many as let the farthest two centroids, thrice as far apart, stay
     * below the saturation at 32767.
     */
    @Override
    public Model quantize() {
        double largestInverse = 0;
        for (double each : spread) {
            largestInverse = Math.max(largestInverse, (1 << SPREAD_FRACTION_BITS) / each);
        }
        int spreadShift = 0;
        while (spreadShift < 31 && largestInverse * Math.pow(2, spreadShift + 1) <= 65535) {
            spreadShift++;
        }
        int[] inverseSpread = new int[spread.length];
        for (int i = 0; i < spread.length; i++) {
            inverseSpread[i] = (int) Math.round((1 << SPREAD_FRACTION_BITS) / spread[i] * Math.pow(2, spreadShift));
        }
        short[][] rounded = new short[centroids.length][spread.length];
        double farthest = 1;
        for (int label = 0; label < centroids.length; label++) {
            for (double score : score(centroids[label])) {
                farthest = Math.max(farthest, -score);
            }
            for (int i = 0; i < spread.length; i++) {
                rounded[label][i] = (short) Math.round(centroids[label][i]);
            }
        }
        double farthestUnits = 9 * farthest * (1 << (2 * SPREAD_FRACTION_BITS));
        int distanceShift = 0;
        while (distanceShift < 31 && farthestUnits / Math.pow(2, distanceShift) > 32767) {
            distanceShift++;
        }
        return new CentroidModel(spreadShift, distanceShift, inverseSpread, rounded);
    }
}
