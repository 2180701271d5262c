package io.milliwatt.runtime.learning;

import io.milliwatt.dsp.fixedpoint.IntegerSquareRoot;
import io.milliwatt.runtime.model.Clusters;
import io.milliwatt.runtime.model.GaussianModel;
import io.milliwatt.runtime.model.KMeansModel;
import io.milliwatt.runtime.model.Model;
import java.util.Arrays;
import java.util.Optional;

/**
 * What a node does with the windows of its machine while it learns ({@code bundle.md}, section 6), bit by bit as the firmware
 * does it. Everything is a count, an exact sum or a quotient of them. Not safe for several threads.
 *
 * <pre>{@code
 * BaselineLearning learning = new BaselineLearning(rule, model, modelId, modelVersion);
 * learning.window(inputs, quality);
 * learning.model().ifPresent(model -> model.score(inputs));
 * }</pre>
 */
public final class BaselineLearning {

    final LearningRule rule;
    final long modelId;
    final long modelVersion;
    final int inputs;
    final boolean kMeans;
    private final int spreadShift;
    private final int distanceShift;

    final long[] squares;
    final int[][] sums;
    final int[] counts;
    final int[] inverseSpreads;
    final short[][] centroids;
    final DistanceStatistics distances = new DistanceStatistics();
    LearningPhase phase = LearningPhase.SCALE;
    int clusters;
    int windows;
    int windowsOfSpread;
    int threshold;
    long followed;
    boolean freezeWanted;

    /**
     * Begins.
     *
     * @param given the bundle's model, of which the shifts count
     * @param modelId of the bundle, for the state
     * @param modelVersion of the bundle, for the state
     * @throws IllegalArgumentException if the model cannot be learnt by this rule
     */
    public BaselineLearning(LearningRule rule, Model given, long modelId, long modelVersion) {
        rule.checkFits(given);
        this.rule = rule;
        this.modelId = modelId;
        this.modelVersion = modelVersion;
        kMeans = given instanceof KMeansModel;
        Clusters body = given instanceof KMeansModel several ? several.clusters() : ((GaussianModel) given).clusters();
        inputs = body.inputs();
        spreadShift = body.spreadShift();
        distanceShift = body.distanceShift();
        squares = new long[inputs];
        sums = new int[rule.clusters().atMost()][inputs];
        counts = new int[rule.clusters().atMost()];
        inverseSpreads = new int[inputs];
        centroids = new short[rule.clusters().atMost()][inputs];
    }

    public LearningPhase phase() {
        return phase;
    }

    /** The model learnt, which scores in place of the bundle's; empty until it is learnt. */
    public Optional<Model> model() {
        if (!phase.isLearnt()) {
            return Optional.empty();
        }
        Clusters learnt =
                new Clusters(spreadShift, distanceShift, threshold, inverseSpreads, Arrays.copyOf(centroids, clusters));
        return Optional.of(kMeans ? new KMeansModel(learnt) : new GaussianModel(learnt));
    }

    /** Forgets everything learnt. */
    public void restart() {
        forgetSums();
        Arrays.fill(inverseSpreads, 0);
        distances.forget();
        followed = 0;
        windowsOfSpread = 0;
        freezeWanted = false;
        threshold = 0;
        enter(LearningPhase.SCALE);
    }

    /** Freezes now, or as soon as the baseline is learnt. */
    public void freeze() {
        if (phase.isLearnt()) {
            phase = LearningPhase.FROZEN;
        } else {
            freezeWanted = true;
        }
    }

    /**
     * Takes one window.
     *
     * @param values the model's inputs
     * @param quality the window's quality bits
     * @return whether the baseline has become learnt with it
     */
    public boolean window(short[] values, int quality) {
        if ((quality & rule.qualityMask()) != 0) {
            return false;
        }
        switch (phase) {
            case SCALE -> takeScale(values);
            case CLUSTERS -> takeCluster(values);
            case THRESHOLD -> {
                return takeDistance(values);
            }
            case FOLLOWING -> follow(values);
            case FROZEN -> {}
        }
        return false;
    }

    private void takeScale(short[] values) {
        clusters = 1;
        add(0, values);
        addSquares(values);
        if (windows < rule.windows().scale()) {
            return;
        }
        findSpreads();
        if (kMeans) {
            forgetSums();
            enter(LearningPhase.CLUSTERS);
        } else {
            place(0);
            enter(LearningPhase.THRESHOLD);
        }
    }

    private void takeCluster(short[] values) {
        Clusters.Nearest nearest = nearest(values);
        int cluster = nearest.cluster();
        boolean distinct = nearest.distance() > rule.clusters().distinct();
        if (clusters == 0 || distinct && clusters < rule.clusters().atMost()) {
            cluster = clusters++;
        }
        add(cluster, values);
        place(cluster);
        addSquares(values);
        if (windows == rule.windows().clusters()) {
            findSpreads();
            enter(LearningPhase.THRESHOLD);
        }
    }

    private boolean takeDistance(short[] values) {
        distances.add(nearest(values).distance());
        windows++;
        if (windows < rule.windows().threshold()) {
            return false;
        }
        threshold = distances.threshold(rule, windows);
        boolean freeze = freezeWanted || rule.following().windows() == 0;
        enter(freeze ? LearningPhase.FROZEN : LearningPhase.FOLLOWING);
        return true;
    }

    private void follow(short[] values) {
        Clusters.Nearest nearest = nearest(values);
        if (nearest.distance() > threshold) {
            return;
        }
        int cluster = nearest.cluster();
        while (counts[cluster] >= rule.following().countLimit()) {
            halve(cluster);
        }
        add(cluster, values);
        place(cluster);
        long until = rule.following().windows();
        followed = Math.min(followed + 1, LearningRule.Following.UNTIL_COMMAND);
        if (until != LearningRule.Following.UNTIL_COMMAND && followed >= until) {
            phase = LearningPhase.FROZEN;
        }
    }

    private Clusters.Nearest nearest(short[] values) {
        return Clusters.nearest(values, inverseSpreads, spreadShift, distanceShift, centroids, clusters);
    }

    private void add(int cluster, short[] values) {
        for (int input = 0; input < inputs; input++) {
            sums[cluster][input] += values[input];
        }
        counts[cluster]++;
    }

    private void addSquares(short[] values) {
        for (int input = 0; input < inputs; input++) {
            squares[input] += (long) values[input] * values[input];
        }
        windows++;
    }

    private void halve(int cluster) {
        int kept = counts[cluster] / 2;
        for (int input = 0; input < inputs; input++) {
            sums[cluster][input] =
                    (int) ExactArithmetic.roundedDivision((long) sums[cluster][input] * kept, counts[cluster]);
        }
        counts[cluster] = kept;
    }

    /** Puts a cluster's centroid at the mean of its windows. */
    void place(int cluster) {
        for (int input = 0; input < inputs; input++) {
            centroids[cluster][input] = (short) ExactArithmetic.roundedDivision(sums[cluster][input], counts[cluster]);
        }
    }

    private void findSpreads() {
        windowsOfSpread = windows;
        int freedom = windows > clusters ? windows - clusters : 1;
        for (int input = 0; input < inputs; input++) {
            for (int cluster = 0; cluster < clusters; cluster++) {
                long sum = sums[cluster][input];
                squares[input] -= sum * sum / counts[cluster];
            }
            long spreadQ8 = Math.max(
                    IntegerSquareRoot.of((squares[input] << 16) / freedom),
                    16L * rule.smallestSpreadsQ4().get(input));
            long inverse = ExactArithmetic.roundedDivision(1L << (spreadShift + rule.fractionBits() + 8), spreadQ8);
            inverseSpreads[input] = (int) Math.min(inverse, 65535);
        }
    }

    private void forgetSums() {
        Arrays.fill(squares, 0);
        Arrays.fill(counts, 0);
        for (int[] each : sums) {
            Arrays.fill(each, 0);
        }
        clusters = 0;
    }

    private void enter(LearningPhase next) {
        phase = next;
        windows = 0;
    }
}
