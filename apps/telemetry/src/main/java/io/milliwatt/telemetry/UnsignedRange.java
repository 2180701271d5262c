package io.milliwatt.telemetry;

/** The number ranges of the contract. */
final class UnsignedRange {
    static final long MAX_UINT32 = 0xFFFF_FFFFL;

    private UnsignedRange() {}

    static long uint32(long value, String name) {
        return within(value, MAX_UINT32, name);
    }

    static int uint8(int value, String name) {
        return (int) within(value, 0xFF, name);
    }

    static long within(long value, long max, String name) {
        if (value < 0 || value > max) {
            throw new IllegalArgumentException(name + " is " + value + "; it must lie in 0…" + max);
        }
        return value;
    }
}
