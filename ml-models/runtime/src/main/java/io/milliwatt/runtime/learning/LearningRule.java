package io.milliwatt.runtime.learning;

import io.milliwatt.runtime.model.Clusters;
import io.milliwatt.runtime.model.GaussianModel;
import io.milliwatt.runtime.model.KMeansModel;
import io.milliwatt.runtime.model.Model;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.List;

/**
 * A bundle's section 6: how a node learns the parameters of model kinds 5 and 6 from its own windows.
 *
 * @param windows how many healthy windows each phase takes
 * @param clusters how the centroids come about; {@link ClusterRule#GAUSSIAN} for kind 6
 * @param qualityMask a window with one of these quality bits is not learnt
 * @param threshold from distances to the threshold
 * @param smallestThreshold the threshold is at least this, 0 … 32766
 * @param fractionBits of a distance in spreads, 0 … 8
 * @param following what happens after the baseline is learnt
 * @param smallestSpreadsQ4 per input, in sixteenths of an input unit, 1 … 65535
 */
public record LearningRule(
        Windows windows,
        ClusterRule clusters,
        int qualityMask,
        ThresholdRule threshold,
        int smallestThreshold,
        int fractionBits,
        Following following,
        List<Integer> smallestSpreadsQ4) {

    static final int MOST_WINDOWS = 16_384;
    static final int MOST_RANKS = 16;
    private static final int HEAD = 24;

    /**
     * @param scale to find mean and spread of each input, 2 … 16384
     * @param clusters to find the centroids, 1 … 16384; 0 for a Gaussian, whose mean the first phase finds
     * @param threshold to find how far healthy windows lie from the centroids, 1 … 16384
     */
    public record Windows(int scale, int clusters, int threshold) {
        public Windows {
            require(scale, 2, MOST_WINDOWS, "number of windows for the scale");
            require(clusters, 0, MOST_WINDOWS, "number of windows for the clusters");
            require(threshold, 1, MOST_WINDOWS, "number of windows for the threshold");
        }

        /** Healthy windows until the baseline is learnt. */
        public int all() {
            return scale + clusters + threshold;
        }
    }

    /**
     * @param atMost 1 … 32
     * @param distinct a window farther than this from every centroid begins another cluster while there is room, 0 … 32767
     */
    public record ClusterRule(int atMost, int distinct) {
        public static final ClusterRule GAUSSIAN = new ClusterRule(1, 0);

        public ClusterRule {
            require(atMost, 1, Clusters.MAXIMUM_CLUSTERS, "number of clusters");
            require(distinct, 0, Clusters.LARGEST_DISTANCE, "distance of distinct windows");
        }
    }

    /**
     * @param windows so many healthy windows move the centroids before they freeze; 0 freezes what was learnt at once,
     *     {@link #UNTIL_COMMAND} waits for the command
     * @param countLimit a cluster of so many windows forgets half of them before it takes another, 2 … 16384
     */
    public record Following(long windows, int countLimit) {
        public static final long UNTIL_COMMAND = 0xFFFF_FFFFL;
        public static final Following NONE = new Following(0, 2);

        public Following {
            if (windows < 0 || windows > UNTIL_COMMAND) {
                throw new IllegalArgumentException("A baseline follows 0 to 4294967295 windows, not " + windows + ".");
            }
            require(countLimit, 2, MOST_WINDOWS, "limit of a cluster's count");
        }
    }

    public LearningRule {
        smallestSpreadsQ4 = List.copyOf(smallestSpreadsQ4);
        require(qualityMask, 0, 65535, "quality mask");
        require(smallestThreshold, 0, Clusters.LARGEST_DISTANCE - 1, "smallest threshold");
        require(fractionBits, 0, 8, "number of fraction bits");
        require(smallestSpreadsQ4.size(), 1, 64, "number of smallest spreads");
        smallestSpreadsQ4.forEach(each -> require(each, 1, 65535, "smallest spread"));
        if (threshold instanceof ThresholdRule.Rank rank) {
            require(rank.rank(), 1, windows.threshold(), "rank");
        }
    }

    /**
     * Whether a node can learn this model by this rule.
     *
     * @throws IllegalArgumentException with a sentence if it cannot
     */
    public void checkFits(Model model) {
        switch (model) {
            case KMeansModel kMeans ->
                require(windows.clusters, 1, MOST_WINDOWS, "number of windows for the clusters of k-means");
            case GaussianModel gaussian -> {
                require(windows.clusters, 0, 0, "number of windows for the clusters of a Gaussian");
                if (!clusters.equals(ClusterRule.GAUSSIAN)) {
                    throw new IllegalArgumentException("A Gaussian has one cluster and no distinct windows.");
                }
            }
            default ->
                throw new IllegalArgumentException(
                        "Only models of kinds 5 and 6 can be learnt on a node; leave the" + " learning section out.");
        }
        require(smallestSpreadsQ4.size(), model.inputs(), model.inputs(), "number of smallest spreads");
    }

    /** Bytes that the learnt state takes at most ({@code bundle.md}, "The learnt state"). */
    public int stateBytes() {
        return LearningState.length(smallestSpreadsQ4.size(), clusters.atMost());
    }

    /** The section's data. */
    public byte[] encode() {
        ByteBuffer out =
                ByteBuffer.allocate(HEAD + 2 * smallestSpreadsQ4.size()).order(ByteOrder.LITTLE_ENDIAN);
        int rank = switch (threshold) {
            case ThresholdRule.MeanAndSpreads spreads -> 0;
            case ThresholdRule.Rank largest -> largest.rank();
        };
        out.put((byte) (rank == 0 ? 1 : 2)).put((byte) clusters.atMost).putShort((short) qualityMask);
        out.putShort((short) windows.scale).putShort((short) windows.clusters).putShort((short) windows.threshold);
        out.putShort((short) clusters.distinct).putShort((short) threshold.factorQ4());
        out.put((byte) rank).put((byte) fractionBits).putShort((short) smallestThreshold);
        out.putShort((short) following.countLimit).putInt((int) following.windows);
        smallestSpreadsQ4.forEach(each -> out.putShort(each.shortValue()));
        return out.array();
    }

    /**
     * Reads and checks a section.
     *
     * @throws IllegalArgumentException with a sentence if the data break a rule of the format
     */
    public static LearningRule decode(byte[] data, int inputs) {
        if (data.length != HEAD + 2 * inputs) {
            throw new IllegalArgumentException("The learning section has " + data.length + " bytes, but a model of "
                    + inputs + " inputs needs " + (HEAD + 2 * inputs) + ".");
        }
        ByteBuffer in = ByteBuffer.wrap(data).order(ByteOrder.LITTLE_ENDIAN);
        int rule = in.get();
        int atMost = Byte.toUnsignedInt(in.get());
        int qualityMask = unsigned16(in);
        Windows windows = new Windows(unsigned16(in), unsigned16(in), unsigned16(in));
        ClusterRule clusters = new ClusterRule(atMost, unsigned16(in));
        ThresholdRule threshold = threshold(rule, unsigned16(in), Byte.toUnsignedInt(in.get()));
        int fractionBits = Byte.toUnsignedInt(in.get());
        int smallestThreshold = unsigned16(in);
        int countLimit = unsigned16(in);
        Following following = new Following(Integer.toUnsignedLong(in.getInt()), countLimit);
        List<Integer> spreads = new java.util.ArrayList<>();
        while (in.hasRemaining()) {
            spreads.add(unsigned16(in));
        }
        return new LearningRule(
                windows, clusters, qualityMask, threshold, smallestThreshold, fractionBits, following, spreads);
    }

    private static ThresholdRule threshold(int rule, int factorQ4, int rank) {
        if (rule == 1) {
            require(rank, 0, 0, "rank of a threshold by spreads");
            return new ThresholdRule.MeanAndSpreads(factorQ4);
        }
        require(rule, 2, 2, "threshold rule");
        return new ThresholdRule.Rank(rank, factorQ4);
    }

    private static int unsigned16(ByteBuffer in) {
        return Short.toUnsignedInt(in.getShort());
    }

    static void require(int value, int least, int most, String name) {
        if (value < least || value > most) {
            throw new IllegalArgumentException(
                    "The " + name + " must be " + least + " to " + most + ", not " + value + ".");
        }
    }
}
