package io.milliwatt.datasets.reader;

import java.nio.ByteBuffer;

/** How one raw sample is stored, little-endian. */
public enum SampleType {
    INT16(2),
    INT32(4),
    FLOAT32(4),
    FLOAT64(8);

    private final int bytes;

    SampleType(int bytes) {
        this.bytes = bytes;
    }

    public int bytes() {
        return bytes;
    }

    double get(ByteBuffer littleEndian) {
        return switch (this) {
            case INT16 -> littleEndian.getShort();
            case INT32 -> littleEndian.getInt();
            case FLOAT32 -> littleEndian.getFloat();
            case FLOAT64 -> littleEndian.getDouble();
        };
    }
}
