package io.milliwatt.datasets.wfdb;

/** Turns sample values into a signal file's bytes; values must lie in the format's range. */
final class SampleEncoder {
    private final SignalFormat format;
    private final byte[] bytes;

    private SampleEncoder(SignalFormat format, byte[] bytes) {
        this.format = format;
        this.bytes = bytes;
    }

    static byte[] encode(SignalFormat format, int[] samples) {
        byte[] bytes = new byte[Math.toIntExact(format.bytesOf(samples.length))];
        new SampleEncoder(format, bytes).encode(samples);
        return bytes;
    }

    private void encode(int[] samples) {
        for (int i = 0; i < samples.length; i++) {
            int value = samples[i];
            switch (format) {
                case NULL -> throw new IllegalStateException("a signal without a file has no bytes");
                case DIFFERENCES_8 -> bytes[i] = (byte) value;
                case OFFSET_8 -> bytes[i] = (byte) (value + 0x80);
                case SIGNED_16 -> put(2 * i, value, 2);
                case SIGNED_16_HIGH_FIRST -> put(2 * i, Short.reverseBytes((short) value), 2);
                case OFFSET_16 -> put(2 * i, value + 0x8000, 2);
                case SIGNED_24 -> put(3 * i, value, 3);
                case SIGNED_32 -> put(4 * i, value, 4);
                case PACKED_12 -> pair(i, value & 0xFFF);
                case PACKED_10_SHARED -> shared(i, value & 0x3FF);
                case PACKED_10 -> ordered(i, value & 0x3FF);
            }
        }
    }

    private void pair(int index, int value) {
        int at = index / 2 * 3;
        if (index % 2 == 0) {
            put(at, value, 2);
        } else {
            bytes[at + 1] |= (byte) (value >> 4 & 0xF0);
            bytes[at + 2] = (byte) value;
        }
    }

    private void shared(int index, int value) {
        int at = index / 3 * 4;
        if (index % 3 < 2) {
            put(at + index % 3 * 2, value << 1, 2);
        } else {
            bytes[at + 1] |= (byte) (value << 3);
            bytes[at + 3] |= (byte) (value >> 2 & 0xF8);
        }
    }

    private void ordered(int index, int value) {
        int at = index / 3 * 4;
        int shifted = value << index % 3 * 10;
        for (int i = 0; i < 4 && at + i < bytes.length; i++) {
            bytes[at + i] |= (byte) (shifted >> 8 * i);
        }
    }

    private void put(int at, int value, int count) {
        for (int i = 0; i < count; i++) {
            bytes[at + i] = (byte) (value >> 8 * i);
        }
    }
}
