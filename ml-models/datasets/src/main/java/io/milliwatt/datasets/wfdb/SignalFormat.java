package io.milliwatt.datasets.wfdb;

import java.util.Arrays;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * How samples are stored in a signal file (signal(5) of the WFDB Applications Guide). The most negative value of a format stands for
 * a sample that was not recorded; 8, which stores differences, has none.
 */
public enum SignalFormat {
    /** No file: a signal of which nothing was recorded. */
    NULL(0, 0),
    /** First differences in 8 bits. */
    DIFFERENCES_8(8, 32),
    /** Two's complement in 16 bits, low byte first. */
    SIGNED_16(16, 16),
    /** Two's complement in 24 bits, low byte first. */
    SIGNED_24(24, 24),
    /** Two's complement in 32 bits, low byte first. */
    SIGNED_32(32, 32),
    /** Two's complement in 16 bits, high byte first. */
    SIGNED_16_HIGH_FIRST(61, 16),
    /** Offset binary in 8 bits. */
    OFFSET_8(80, 8),
    /** Offset binary in 16 bits, low byte first. */
    OFFSET_16(160, 16),
    /** Two samples of 12 bits in three bytes. */
    PACKED_12(212, 12),
    /** Three samples of 10 bits in four bytes, the third one's bits shared out over two words. */
    PACKED_10_SHARED(310, 10),
    /** Three samples of 10 bits in four bytes, one after the other. */
    PACKED_10(311, 10);

    private static final Map<Integer, SignalFormat> BY_NUMBER =
            Arrays.stream(values()).collect(Collectors.toUnmodifiableMap(SignalFormat::number, Function.identity()));

    private final int number;
    private final int bits;

    SignalFormat(int number, int bits) {
        this.number = number;
        this.bits = bits;
    }

    /** The format of a header's number, if it is known here. */
    public static Optional<SignalFormat> of(int number) {
        return Optional.ofNullable(BY_NUMBER.get(number));
    }

    /** As headers write it. */
    public int number() {
        return number;
    }

    /** The smallest value a recorded sample can have. */
    public int min() {
        return this == DIFFERENCES_8 ? Integer.MIN_VALUE + 1 : -max();
    }

    /** The greatest value a sample can have. */
    public int max() {
        return bits == 0 ? 0 : Integer.MAX_VALUE >> (32 - bits);
    }

    /** What header(5) takes for the converter's resolution where a header states none. */
    public int defaultResolutionBits() {
        return switch (this) {
            case OFFSET_8 -> 8;
            case DIFFERENCES_8, PACKED_10, PACKED_10_SHARED -> 10;
            case OFFSET_16 -> 16;
            case NULL, SIGNED_16, SIGNED_16_HIGH_FIRST, SIGNED_24, SIGNED_32, PACKED_12 -> 12;
        };
    }

    /** Whole samples in so many bytes; packed formats may end in the middle of a pack. */
    long samplesIn(long bytes) {
        return switch (this) {
            case NULL -> 0;
            case DIFFERENCES_8, OFFSET_8 -> bytes;
            case SIGNED_16, SIGNED_16_HIGH_FIRST, OFFSET_16 -> bytes / 2;
            case SIGNED_24 -> bytes / 3;
            case SIGNED_32 -> bytes / 4;
            case PACKED_12 -> bytes / 3 * 2 + bytes % 3 / 2;
            case PACKED_10_SHARED -> bytes / 4 * 3 + bytes % 4 / 2;
            case PACKED_10 -> bytes / 4 * 3 + Math.max(0, bytes % 4 - 1);
        };
    }

    /** Bytes that so many samples take, an unfinished pack at the end as the WFDB library writes it. */
    long bytesOf(long samples) {
        return switch (this) {
            case NULL -> 0;
            case DIFFERENCES_8, OFFSET_8 -> samples;
            case SIGNED_16, SIGNED_16_HIGH_FIRST, OFFSET_16 -> samples * 2;
            case SIGNED_24 -> samples * 3;
            case SIGNED_32 -> samples * 4;
            case PACKED_12 -> samples / 2 * 3 + samples % 2 * 2;
            case PACKED_10_SHARED, PACKED_10 -> samples / 3 * 4 + samples % 3 * 2;
        };
    }
}
