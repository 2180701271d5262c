package io.milliwatt.firmware;

import io.milliwatt.runtime.bundle.BundleWriter;
import io.milliwatt.runtime.learning.LearningRule;
import io.milliwatt.runtime.learning.ThresholdRule;
import io.milliwatt.runtime.model.Clusters;
import io.milliwatt.runtime.model.GaussianModel;
import io.milliwatt.runtime.model.KMeansModel;
import io.milliwatt.runtime.model.Model;
import java.util.List;
import java.util.Random;

/** Learning rules over the whole range of every field, and windows of machines that run here and there. */
final class RandomLearning {

    private final Random random;
    private final boolean kMeans;
    private final int inputs;
    private final short[][] placesOfWork;
    private final int[] spreads;

    RandomLearning(Random random, boolean kMeans, int inputs) {
        this.random = random;
        this.kMeans = kMeans;
        this.inputs = inputs;
        placesOfWork = new short[random.nextInt(1, 6)][inputs];
        for (short[] place : placesOfWork) {
            for (int input = 0; input < inputs; input++) {
                place[input] = (short) random.nextInt();
            }
        }
        spreads = random.ints(inputs, 0, 2000).toArray();
    }

    /** The bundle's shifts suit the spreads most of the time, so that distances are neither all 0 nor all saturated. */
    BundleWriter bundle() {
        int clusters = kMeans ? random.nextInt(1, 33) : 1;
        short[][] centroids = new short[clusters][];
        java.util.Arrays.setAll(centroids, index -> anything());
        boolean sensible = random.nextInt(4) > 0;
        int fractionBits = sensible ? random.nextInt(3, 6) : random.nextInt(9);
        int spreadShift = sensible ? random.nextInt(8, 16) : random.nextInt(32);
        int distanceShift = sensible ? fractionBits : random.nextInt(32);
        Clusters body = new Clusters(
                spreadShift,
                distanceShift,
                random.nextInt(32768),
                random.ints(inputs, 0, 65536).toArray(),
                centroids);
        Model model = kMeans ? new KMeansModel(body) : new GaussianModel(body);
        return SmallBundles.learning(model, rule(fractionBits), random);
    }

    private LearningRule rule(int fractionBits) {
        LearningRule.Windows windows = new LearningRule.Windows(
                random.nextInt(2, 60), kMeans ? random.nextInt(1, 80) : 0, random.nextInt(1, 60));
        ThresholdRule threshold = random.nextBoolean()
                ? new ThresholdRule.MeanAndSpreads(random.nextInt(3) == 0 ? random.nextInt(65536) : random.nextInt(120))
                : new ThresholdRule.Rank(
                        random.nextInt(1, Math.min(16, windows.threshold()) + 1), random.nextInt(8, 64));
        LearningRule.Following following = switch (random.nextInt(3)) {
            case 0 -> LearningRule.Following.NONE;
            case 1 -> new LearningRule.Following(random.nextInt(1, 200), random.nextInt(2, 40));
            default -> new LearningRule.Following(LearningRule.Following.UNTIL_COMMAND, random.nextInt(2, 40));
        };
        return new LearningRule(
                windows,
                kMeans
                        ? new LearningRule.ClusterRule(
                                random.nextInt(1, 33), random.nextInt(4) == 0 ? 0 : random.nextInt(32768))
                        : LearningRule.ClusterRule.GAUSSIAN,
                1 << 1,
                threshold,
                random.nextInt(3) == 0 ? random.nextInt(32767) : random.nextInt(50),
                fractionBits,
                following,
                random.ints(inputs, 1, random.nextInt(5) == 0 ? 65536 : 40)
                        .boxed()
                        .toList());
    }

    /** A window near one of the places, now and then anywhere at all. */
    short[] window() {
        if (random.nextInt(20) == 0) {
            return anything();
        }
        short[] place = placesOfWork[random.nextInt(placesOfWork.length)];
        short[] window = new short[inputs];
        for (int input = 0; input < inputs; input++) {
            double value = place[input] + spreads[input] * random.nextGaussian();
            window[input] = (short) Math.clamp(Math.round(value), Short.MIN_VALUE, Short.MAX_VALUE);
        }
        return window;
    }

    private short[] anything() {
        return new RandomModel(random, inputs, 2).vector();
    }

    static List<Integer> sizes() {
        return List.of(1, 2, 7, 16, 63, 64);
    }
}
