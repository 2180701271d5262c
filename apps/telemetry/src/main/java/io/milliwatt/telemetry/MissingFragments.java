package io.milliwatt.telemetry;

import java.util.ArrayList;
import java.util.List;

/**
 * A node tells which fragments of an offered bundle it still lacks: at least the first one, and by a bitmap which of the
 * following. Beyond the bitmap nothing is said.
 *
 * @param updateId the offer's, uint32
 * @param fragments how many the bundle makes, 1…65536
 * @param firstMissing index of the first one that the node lacks, 0…65535
 * @param bitmap at most 16 bytes; bit 0 of byte 0 stands for {@code firstMissing}; a set bit is a missing fragment
 */
public record MissingFragments(long updateId, int fragments, int firstMissing, Octets bitmap) implements FrameBody {
    public static final long KIND = 11;
    public static final int MAX_BITMAP_BYTES = 16;

    public MissingFragments {
        UnsignedRange.uint32(updateId, "update id");
        UnsignedRange.within(fragments, ModelOffer.MAX_FRAGMENTS, "number of fragments");
        UnsignedRange.within(firstMissing, ModelOffer.MAX_FRAGMENTS - 1, "first missing fragment");
        if (bitmap.size() > MAX_BITMAP_BYTES) {
            throw new IllegalArgumentException("bitmap has " + bitmap.size() + " bytes; at most 16 are allowed");
        }
    }

    /** Indices of the missing fragments that the bitmap names, ascending, all below {@link #fragments}. */
    public List<Integer> indices() {
        List<Integer> missing = new ArrayList<>();
        for (int bit = 0; bit < bitmap.size() * Byte.SIZE && firstMissing + bit < fragments; bit++) {
            if ((bitmap.at(bit / Byte.SIZE) >> (bit % Byte.SIZE) & 1) == 1) {
                missing.add(firstMissing + bit);
            }
        }
        return missing;
    }

    @Override
    public long kind() {
        return KIND;
    }
}
