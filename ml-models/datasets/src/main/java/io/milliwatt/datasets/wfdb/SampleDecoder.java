package io.milliwatt.datasets.wfdb;

/** Turns a signal file's bytes into sample values; differences of format 8 are left as differences. */
final class SampleDecoder {
    private final SignalFormat format;
    private final byte[] bytes;
    private final int[] samples;

    /**
     * @param bytes from the begin of a pack on
     * @param samples receives the values; room for all that are asked for
     */
    SampleDecoder(SignalFormat format, byte[] bytes, int[] samples) {
        this.format = format;
        this.bytes = bytes;
        this.samples = samples;
    }

    /** @param count at most {@link SignalFormat#samplesIn} of the bytes that are there */
    void decode(int count) {
        switch (format) {
            case NULL -> throw new IllegalStateException("a signal without a file has no bytes");
            case DIFFERENCES_8 -> {
                for (int i = 0; i < count; i++) {
                    samples[i] = bytes[i];
                }
            }
            case OFFSET_8 -> {
                for (int i = 0; i < count; i++) {
                    samples[i] = unsigned(i) - 0x80;
                }
            }
            case SIGNED_16 -> words(count, 0);
            case SIGNED_16_HIGH_FIRST -> {
                for (int i = 0; i < count; i++) {
                    samples[i] = bytes[2 * i] << 8 | unsigned(2 * i + 1);
                }
            }
            case OFFSET_16 -> words(count, 0x8000);
            case SIGNED_24 -> {
                for (int i = 0; i < count; i++) {
                    samples[i] = unsigned(3 * i) | unsigned(3 * i + 1) << 8 | bytes[3 * i + 2] << 16;
                }
            }
            case SIGNED_32 -> {
                for (int i = 0; i < count; i++) {
                    samples[i] = word(4 * i) | word(4 * i + 2) << 16;
                }
            }
            case PACKED_12 -> pairs(count);
            case PACKED_10_SHARED -> triples(count, false);
            case PACKED_10 -> triples(count, true);
        }
    }

    private void words(int count, int offset) {
        for (int i = 0; i < count; i++) {
            // With an offset the word is unsigned; subtracting it gives the same bits as flipping the highest one.
            samples[i] = (short) (word(2 * i) ^ offset);
        }
    }

    private void pairs(int count) {
        for (int i = 0, at = 0; i < count; i += 2, at += 3) {
            samples[i] = unsigned(at) | bytes[at + 1] << 28 >> 20;
            if (i + 1 < count) {
                samples[i + 1] = unsigned(at + 2) | (bytes[at + 1] & 0xF0) << 24 >> 20;
            }
        }
    }

    private void triples(int count, boolean inOrder) {
        for (int i = 0, at = 0; i < count; i += 3, at += 4) {
            int there = Math.min(3, count - i);
            // An unfinished pack may lack the bytes of the samples it does not have.
            int low = word(at);
            int high = there == 1 ? 0 : inOrder && there == 2 ? unsigned(at + 2) : word(at + 2);
            int pack = inOrder ? low | high << 16 : (low & 0x7FE) >> 1 | (high & 0x7FE) << 9 | third(low, high) << 20;
            for (int j = 0; j < there; j++) {
                samples[i + j] = pack << (22 - 10 * j) >> 22;
            }
        }
    }

    private static int third(int low, int high) {
        return (low & 0xF800) >> 11 | (high & 0xF800) >> 6;
    }

    private int unsigned(int at) {
        return Byte.toUnsignedInt(bytes[at]);
    }

    private int word(int at) {
        return unsigned(at) | unsigned(at + 1) << 8;
    }
}
