package io.milliwatt.gateway.reception;

import java.nio.ByteBuffer;
import java.util.Arrays;

/**
 * Which of the newest {@value #WIDTH} sequences of one boot were seen: the highest one, and one bit for each up to it, in a
 * ring indexed by sequence modulo the width.
 */
final class SequenceWindow {
    static final int WIDTH = 8192;
    static final int BYTES = WIDTH / Byte.SIZE;

    private final long[] seen;
    private long highest;

    SequenceWindow() {
        this(-1, new long[WIDTH / Long.SIZE]);
    }

    private SequenceWindow(long highest, long[] seen) {
        this.highest = highest;
        this.seen = seen;
    }

    /**
     * A window as {@link #bits} wrote it.
     *
     * @param highest −1 before the first sequence
     */
    static SequenceWindow restore(long highest, byte[] bits) {
        if (bits.length != BYTES) {
            throw new IllegalArgumentException("a window has " + bits.length + " bytes; it must have " + BYTES);
        }
        long[] seen = new long[WIDTH / Long.SIZE];
        ByteBuffer.wrap(bits).asLongBuffer().get(seen);
        return new SequenceWindow(highest, seen);
    }

    byte[] bits() {
        ByteBuffer buffer = ByteBuffer.allocate(BYTES);
        buffer.asLongBuffer().put(seen);
        return buffer.array();
    }

    long highest() {
        return highest;
    }

    boolean isBelow(long sequence) {
        return sequence <= highest - WIDTH;
    }

    boolean contains(long sequence) {
        return sequence <= highest && !isBelow(sequence) && (seen[word(sequence)] & bit(sequence)) != 0;
    }

    /** Nothing happens for a sequence below the window. */
    void add(long sequence) {
        if (isBelow(sequence)) {
            return;
        }
        if (sequence - highest >= WIDTH) {
            Arrays.fill(seen, 0);
        } else {
            for (long between = highest + 1; between <= sequence; between++) {
                seen[word(between)] &= ~bit(between);
            }
        }
        highest = Math.max(highest, sequence);
        seen[word(sequence)] |= bit(sequence);
    }

    private static int word(long sequence) {
        return (int) (sequence % WIDTH / Long.SIZE);
    }

    private static long bit(long sequence) {
        return 1L << sequence % Long.SIZE;
    }
}
