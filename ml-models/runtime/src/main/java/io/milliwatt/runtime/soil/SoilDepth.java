package io.milliwatt.runtime.soil;

import java.util.OptionalInt;

/**
 * A depth as it is set up. Lines in 0.01 % by volume.
 *
 * @param millimetres below the surface, 1 … 32,767
 * @param refill water content at which to irrigate; empty for a share of what was seen so far
 * @param full water content that drains no further; likewise
 * @param saturated of this soil; empty for the recipe's
 */
public record SoilDepth(int millimetres, OptionalInt refill, OptionalInt full, OptionalInt saturated) {

    public SoilDepth {
        if (millimetres < 1 || millimetres > Short.MAX_VALUE) {
            throw new IllegalArgumentException("A depth is 1 to 32767 mm, not " + millimetres + ".");
        }
        for (OptionalInt line : new OptionalInt[] {refill, full, saturated}) {
            if (line.isPresent() && (line.getAsInt() < 0 || line.getAsInt() > 10_000)) {
                throw new IllegalArgumentException(
                        "A line of water content is 0 to 10000 hundredths of a per cent, not " + line.getAsInt() + ".");
            }
        }
        if (refill.isPresent() && full.isPresent() && refill.getAsInt() > full.getAsInt()) {
            throw new IllegalArgumentException("The refill line, " + refill.getAsInt() + ", is above the full line, "
                    + full.getAsInt() + "; swap them.");
        }
    }

    /** Nothing is known of the soil. */
    public static SoilDepth of(int millimetres) {
        return new SoilDepth(millimetres, OptionalInt.empty(), OptionalInt.empty(), OptionalInt.empty());
    }

    public static SoilDepth withLines(int millimetres, int refill, int full) {
        return new SoilDepth(millimetres, OptionalInt.of(refill), OptionalInt.of(full), OptionalInt.empty());
    }
}
