package io.milliwatt.runtime.model;

import java.nio.ByteBuffer;

/**
 * Nearest centroid: score = −(scaled squared distance to the class's centroid), 0 down to −32767 ({@code bundle.md},
 * "Nearest centroid").
 */
public final class CentroidModel implements Model {

    private static final long MAXIMUM_SUM = 0xFFFF_FFFFL;
    private static final int LARGEST_DISTANCE = 32767;

    private final int spreadShift;
    private final int distanceShift;
    private final int[] inverseSpread;
    private final short[][] centroids;

    /**
     * @param spreadShift fraction bits of the inverse spreads, 0 … 31
     * @param distanceShift right shift of the squared distance, 0 … 31
     * @param inverseSpread per input 0 … 65535: a distance is multiplied by inverseSpread / 2^spreadShift
     * @param centroids per class, per input
     */
    public CentroidModel(int spreadShift, int distanceShift, int[] inverseSpread, short[][] centroids) {
        ModelShape.check(inverseSpread.length, centroids.length);
        ModelShape.checkShift(spreadShift, "spread shift");
        ModelShape.checkShift(distanceShift, "distance shift");
        this.spreadShift = spreadShift;
        this.distanceShift = distanceShift;
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

    @Override
    public int inputs() {
        return inverseSpread.length;
    }

    @Override
    public int classes() {
        return centroids.length;
    }

    @Override
    public int operations() {
        return 2 * inputs() * classes();
    }

    @Override
    public void score(short[] inputs, short[] scores) {
        ModelShape.checkLengths(this, inputs, scores);
        for (int index = 0; index < centroids.length; index++) {
            long sum = 0;
            for (int input = 0; input < inputs.length; input++) {
                long distance = Math.abs(inputs[input] - centroids[index][input]);
                long spreads = Math.min(65535, (distance * inverseSpread[input]) >> spreadShift);
                sum = Math.min(MAXIMUM_SUM, sum + spreads * spreads);
            }
            scores[index] = (short) -Math.min(LARGEST_DISTANCE, sum >> distanceShift);
        }
    }

    int encodedLength() {
        return 4 + 2 * inputs() + 2 * classes() * inputs();
    }

    void write(ByteBuffer out) {
        out.put((byte) spreadShift).put((byte) distanceShift).putShort((short) 0);
        for (int each : inverseSpread) {
            out.putShort((short) each);
        }
        for (short[] centroid : centroids) {
            for (short coordinate : centroid) {
                out.putShort(coordinate);
            }
        }
    }

    static CentroidModel read(ByteBuffer in, int inputs, int classes) {
        int spreadShift = Byte.toUnsignedInt(in.get());
        int distanceShift = Byte.toUnsignedInt(in.get());
        ModelShape.require(in.getShort() == 0, "The reserved field of a centroid model must be 0.");
        int[] inverseSpread = new int[inputs];
        for (int input = 0; input < inputs; input++) {
            inverseSpread[input] = Short.toUnsignedInt(in.getShort());
        }
        short[][] centroids = new short[classes][inputs];
        for (short[] centroid : centroids) {
            for (int input = 0; input < inputs; input++) {
                centroid[input] = in.getShort();
            }
        }
        return new CentroidModel(spreadShift, distanceShift, inverseSpread, centroids);
    }
}
