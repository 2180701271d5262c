package io.milliwatt.telemetry.learning;

import io.milliwatt.telemetry.Octets;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Reads layout 1 of the learnt state. */
final class LearntStateReader {

    private static final int LAYOUT = 1;
    private static final int HEAD = 68;
    private static final int SUMS_OF_DISTANCES = 4 + 8 + 2 * 16;

    private LearntStateReader() {}

    static Optional<LearntBaseline> read(Octets state) {
        if (state.size() < HEAD || state.at(0) != LAYOUT) {
            return Optional.empty();
        }
        ByteBuffer in = ByteBuffer.wrap(state.toByteArray()).order(ByteOrder.LITTLE_ENDIAN);
        int phase = in.get(1);
        int inputs = in.get(2);
        int clusterCount = in.get(3);
        boolean fits = phase >= 0
                && phase < LearntBaseline.Phase.values().length
                && inputs >= 1
                && clusterCount >= 0
                && state.size() == HEAD + 10 * inputs + clusterCount * (2 + 4 * inputs);
        if (!fits) {
            return Optional.empty();
        }
        in.position(4);
        long modelId = Integer.toUnsignedLong(in.getInt());
        long modelVersion = Integer.toUnsignedLong(in.getInt());
        int threshold = unsigned16(in);
        int windows = unsigned16(in);
        int windowsOfSpread = unsigned16(in);
        in.getShort();
        long followed = Integer.toUnsignedLong(in.getInt());
        in.position(in.position() + SUMS_OF_DISTANCES);
        List<Double> spreads = spreads(in, inputs, Math.max(1, windowsOfSpread - Math.max(1, clusterCount)));
        in.position(in.position() + 2 * inputs);
        return clusters(in, inputs, clusterCount)
                .map(clusters -> new LearntBaseline(
                        LearntBaseline.Phase.values()[phase],
                        modelId,
                        modelVersion,
                        windows,
                        followed,
                        threshold,
                        spreads,
                        clusters));
    }

    private static List<Double> spreads(ByteBuffer in, int inputs, int freedom) {
        List<Double> spreads = new ArrayList<>();
        for (int input = 0; input < inputs; input++) {
            spreads.add(Math.sqrt((double) in.getLong() / freedom));
        }
        return spreads;
    }

    private static Optional<List<LearntBaseline.Cluster>> clusters(ByteBuffer in, int inputs, int count) {
        List<LearntBaseline.Cluster> clusters = new ArrayList<>();
        for (int cluster = 0; cluster < count; cluster++) {
            int windows = unsigned16(in);
            if (windows == 0) {
                return Optional.empty();
            }
            List<Double> means = new ArrayList<>();
            for (int input = 0; input < inputs; input++) {
                means.add((double) in.getInt() / windows);
            }
            clusters.add(new LearntBaseline.Cluster(windows, means));
        }
        return Optional.of(clusters);
    }

    private static int unsigned16(ByteBuffer in) {
        return Short.toUnsignedInt(in.getShort());
    }
}
