package io.milliwatt.runtime.learning;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;

/** What has been learnt, as bytes ({@code bundle.md}, "The learnt state"). */
public final class LearningState {

    private static final int LAYOUT = 1;
    private static final int HEAD = 68;

    private LearningState() {}

    static int length(int inputs, int clusters) {
        return HEAD + 10 * inputs + clusters * (2 + 4 * inputs);
    }

    /** The state as a node writes it. */
    public static byte[] write(BaselineLearning from) {
        ByteBuffer out = ByteBuffer.allocate(length(from.inputs, from.clusters)).order(ByteOrder.LITTLE_ENDIAN);
        out.put((byte) LAYOUT).put((byte) from.phase.ordinal());
        out.put((byte) from.inputs).put((byte) from.clusters);
        out.putInt((int) from.modelId).putInt((int) from.modelVersion);
        out.putShort((short) from.threshold).putShort((short) from.windows);
        out.putShort((short) from.windowsOfSpread).put((byte) (from.freezeWanted ? 1 : 0));
        out.put((byte) 0).putInt((int) from.followed);
        out.putInt(from.distances.sum).putLong(from.distances.squares);
        for (int distance : from.distances.largest) {
            out.putShort((short) distance);
        }
        for (long each : from.squares) {
            out.putLong(each);
        }
        for (int each : from.inverseSpreads) {
            out.putShort((short) each);
        }
        for (int cluster = 0; cluster < from.clusters; cluster++) {
            out.putShort((short) from.counts[cluster]);
            for (int sum : from.sums[cluster]) {
                out.putInt(sum);
            }
        }
        return out.array();
    }

    /**
     * Goes on from a state that {@link #write} gave for the same model.
     *
     * @param into just begun
     * @throws IllegalArgumentException if the state is of another model or another layout
     */
    public static void read(BaselineLearning into, byte[] state) {
        ByteBuffer in = ByteBuffer.wrap(state).order(ByteOrder.LITTLE_ENDIAN);
        require(state.length >= HEAD && in.get() == LAYOUT, "The bytes are not a learnt state of layout 1.");
        int phase = Byte.toUnsignedInt(in.get());
        int inputs = Byte.toUnsignedInt(in.get());
        int clusters = Byte.toUnsignedInt(in.get());
        require(
                phase < LearningPhase.values().length
                        && inputs == into.inputs
                        && clusters <= into.rule.clusters().atMost()
                        && state.length == length(inputs, clusters)
                        && Integer.toUnsignedLong(in.getInt()) == into.modelId
                        && Integer.toUnsignedLong(in.getInt()) == into.modelVersion,
                "The learnt state is another model's.");
        into.phase = LearningPhase.values()[phase];
        into.clusters = clusters;
        into.threshold = unsigned16(in);
        into.windows = unsigned16(in);
        into.windowsOfSpread = unsigned16(in);
        into.freezeWanted = in.get() != 0;
        in.get();
        into.followed = Integer.toUnsignedLong(in.getInt());
        into.distances.sum = in.getInt();
        into.distances.squares = in.getLong();
        for (int rank = 0; rank < into.distances.largest.length; rank++) {
            into.distances.largest[rank] = unsigned16(in);
        }
        for (int input = 0; input < inputs; input++) {
            into.squares[input] = in.getLong();
        }
        for (int input = 0; input < inputs; input++) {
            into.inverseSpreads[input] = unsigned16(in);
        }
        for (int cluster = 0; cluster < clusters; cluster++) {
            into.counts[cluster] = unsigned16(in);
            require(into.counts[cluster] > 0, "Cluster " + cluster + " of the learnt state has no windows.");
            for (int input = 0; input < inputs; input++) {
                into.sums[cluster][input] = in.getInt();
            }
            into.place(cluster);
        }
    }

    private static int unsigned16(ByteBuffer in) {
        return Short.toUnsignedInt(in.getShort());
    }

    private static void require(boolean holds, String sentence) {
        if (!holds) {
            throw new IllegalArgumentException(sentence);
        }
    }
}
