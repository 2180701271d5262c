package io.milliwatt.telemetry.learning;

import java.util.List;

/**
 * A baseline as far as it is learnt.
 *
 * @param modelId of the bundle whose model is learnt
 * @param windows of the present phase, before it is learnt
 * @param followed healthy windows since it was learnt
 * @param threshold distance above which a window is unlike the baseline; 0 before it is learnt
 * @param spreads per input, in input units; meaningful from {@link Phase#CLUSTERS} on for k-means, from
 *     {@link Phase#THRESHOLD} on for a Gaussian
 * @param clusters where the machine runs
 */
public record LearntBaseline(
        Phase phase,
        long modelId,
        long modelVersion,
        int windows,
        long followed,
        int threshold,
        List<Double> spreads,
        List<Cluster> clusters) {

    /** In the contract's order, 0 … 4. */
    public enum Phase {
        SCALE,
        CLUSTERS,
        THRESHOLD,
        FOLLOWING,
        FROZEN;

        /** Whether the node judges by it. */
        public boolean isLearnt() {
            return this == FOLLOWING || this == FROZEN;
        }
    }

    /**
     * @param windows that its mean is made of, at least 1; the weight of this node when states are averaged
     * @param means per input, in input units
     */
    public record Cluster(int windows, List<Double> means) {
        public Cluster {
            means = List.copyOf(means);
        }
    }

    public LearntBaseline {
        spreads = List.copyOf(spreads);
        clusters = List.copyOf(clusters);
    }
}
