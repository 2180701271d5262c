package io.milliwatt.runtime.model;

import java.nio.ByteBuffer;
import java.util.Arrays;

/**
 * Where a machine runs when it is well, and how far is too far: the body of model kinds 5 and 6 ({@code bundle.md}).
 * Instances are immutable.
 */
public final class Clusters {

    public static final int MAXIMUM_CLUSTERS = 32;
    /** Distances saturate here; a threshold of this value is never exceeded. */
    public static final int LARGEST_DISTANCE = 32767;

    private static final long MAXIMUM_SUM = 0xFFFF_FFFFL;
    private static final int HEAD = 8;

    private final int spreadShift;
    private final int distanceShift;
    private final int threshold;
    private final int[] inverseSpread;
    private final short[][] centroids;

    /** What {@link #nearest} found: the distance 0 … 32767, and the lowest cluster that is so near. */
    public record Nearest(int cluster, int distance) {}

    /**
     * @param spreadShift fraction bits of the inverse spreads, 0 … 31
     * @param distanceShift right shift of the squared distance, 0 … 31
     * @param threshold distance above which a window is unlike the baseline, 0 … 32767
     * @param inverseSpread per input 0 … 65535: a distance is multiplied by inverseSpread / 2^spreadShift
     * @param centroids 1 … 32, each with one coordinate per input
     */
    public Clusters(int spreadShift, int distanceShift, int threshold, int[] inverseSpread, short[][] centroids) {
        ModelShape.check(inverseSpread.length, 2);
        ModelShape.checkShift(spreadShift, "spread shift");
        ModelShape.checkShift(distanceShift, "distance shift");
        ModelShape.require(
                threshold >= 0 && threshold <= LARGEST_DISTANCE,
                "The threshold must be 0 to 32767, not " + threshold + ".");
        ModelShape.require(
                centroids.length >= 1 && centroids.length <= MAXIMUM_CLUSTERS,
                "There must be 1 to 32 clusters, not " + centroids.length + ".");
        this.spreadShift = spreadShift;
        this.distanceShift = distanceShift;
        this.threshold = threshold;
        this.inverseSpread = inverseSpread.clone();
        this.centroids = new short[centroids.length][];
        for (int each : this.inverseSpread) {
            ModelShape.require(each >= 0 && each <= 65535, "An inverse spread must be 0 to 65535, not " + each + ".");
        }
        for (int index = 0; index < centroids.length; index++) {
            this.centroids[index] = centroids[index].clone();
            ModelShape.require(
                    centroids[index].length == inverseSpread.length,
                    "A centroid has " + centroids[index].length + " coordinates, but there are " + inverseSpread.length
                            + " inputs.");
        }
    }

    public int inputs() {
        return inverseSpread.length;
    }

    public int count() {
        return centroids.length;
    }

    public int spreadShift() {
        return spreadShift;
    }

    public int distanceShift() {
        return distanceShift;
    }

    public int threshold() {
        return threshold;
    }

    /** The cluster nearest to a window. */
    public Nearest nearest(short[] inputs) {
        return nearest(inputs, inverseSpread, spreadShift, distanceShift, centroids, centroids.length);
    }

    /** The same with tables that are still being learnt; {@code clusters} of the centroids count, perhaps none. */
    public static Nearest nearest(
            short[] inputs,
            int[] inverseSpread,
            int spreadShift,
            int distanceShift,
            short[][] centroids,
            int clusters) {
        long smallest = MAXIMUM_SUM;
        int found = 0;
        for (int cluster = 0; cluster < clusters; cluster++) {
            long sum = 0;
            for (int input = 0; input < inputs.length; input++) {
                long distance = Math.abs(inputs[input] - centroids[cluster][input]);
                long spreads = Math.min(65535, (distance * inverseSpread[input]) >> spreadShift);
                sum = Math.min(MAXIMUM_SUM, sum + spreads * spreads);
            }
            if (sum < smallest) {
                smallest = sum;
                found = cluster;
            }
        }
        return new Nearest(found, (int) Math.min(LARGEST_DISTANCE, smallest >> distanceShift));
    }

    void score(Model model, short[] inputs, short[] scores) {
        ModelShape.checkLengths(model, inputs, scores);
        scores[0] = (short) -nearest(inputs).distance();
        scores[1] = (short) -threshold;
    }

    int operations() {
        return 2 * inputs() * count();
    }

    int encodedLength() {
        return HEAD + 2 * inputs() * (1 + count());
    }

    void write(ByteBuffer out) {
        out.put((byte) spreadShift)
                .put((byte) distanceShift)
                .put((byte) count())
                .put((byte) 0);
        out.putShort((short) threshold).putShort((short) 0);
        for (int each : inverseSpread) {
            out.putShort((short) each);
        }
        for (short[] centroid : centroids) {
            for (short coordinate : centroid) {
                out.putShort(coordinate);
            }
        }
    }

    static Clusters read(ByteBuffer in, int inputs, int classes) {
        ModelShape.require(classes == 2, "Models of kinds 5 and 6 have two classes, not " + classes + ".");
        int spreadShift = Byte.toUnsignedInt(in.get());
        int distanceShift = Byte.toUnsignedInt(in.get());
        int count = Byte.toUnsignedInt(in.get());
        ModelShape.require(in.get() == 0, "The first reserved field of a cluster model must be 0.");
        int threshold = Short.toUnsignedInt(in.getShort());
        ModelShape.require(in.getShort() == 0, "The second reserved field of a cluster model must be 0.");
        ModelShape.require(count <= MAXIMUM_CLUSTERS, "There must be 1 to 32 clusters, not " + count + ".");
        int[] inverseSpread = new int[inputs];
        for (int input = 0; input < inputs; input++) {
            inverseSpread[input] = Short.toUnsignedInt(in.getShort());
        }
        short[][] centroids = new short[count][inputs];
        for (short[] centroid : centroids) {
            for (int input = 0; input < inputs; input++) {
                centroid[input] = in.getShort();
            }
        }
        return new Clusters(spreadShift, distanceShift, threshold, inverseSpread, centroids);
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Clusters that
                && spreadShift == that.spreadShift
                && distanceShift == that.distanceShift
                && threshold == that.threshold
                && Arrays.equals(inverseSpread, that.inverseSpread)
                && Arrays.deepEquals(centroids, that.centroids);
    }

    @Override
    public int hashCode() {
        return 31 * Arrays.hashCode(inverseSpread) + Arrays.deepHashCode(centroids) + threshold;
    }
}
