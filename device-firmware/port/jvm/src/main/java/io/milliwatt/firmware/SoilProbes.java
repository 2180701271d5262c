package io.milliwatt.firmware;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.List;
import java.util.OptionalInt;

/**
 * The probes of a soil node and where it stands; ranges are the firmware's to check.
 *
 * @param depths 1 … 4, each deeper than the one before
 * @param latitudeCentidegrees north positive, −9,000 … 9,000
 * @param utcOffsetMinutes of the standard time by which days end, −900 … 900
 * @param rootMillimetres depth down to which water counts, 1 … 32,767
 */
public record SoilProbes(List<Depth> depths, int latitudeCentidegrees, int utcOffsetMinutes, int rootMillimetres) {

    /** As many as a node takes. */
    public static final int MOST_DEPTHS = 4;

    static final int BYTES = 40;
    private static final int NO_LINE = -1;
    private static final int LATITUDE_OFFSET = 32;

    /**
     * One probe; lines in 0.01 % by volume, 0 … 10,000.
     *
     * @param refill water content at which to irrigate; empty for a share of what was seen so far
     * @param full water content that drains no further; likewise
     * @param saturated of this soil; empty for the recipe's
     */
    public record Depth(int millimetres, OptionalInt refill, OptionalInt full, OptionalInt saturated) {
        /** Nothing is known of the soil. */
        public static Depth of(int millimetres) {
            return new Depth(millimetres, OptionalInt.empty(), OptionalInt.empty(), OptionalInt.empty());
        }
    }

    public SoilProbes {
        depths = List.copyOf(depths);
        if (depths.isEmpty() || depths.size() > MOST_DEPTHS) {
            throw new IllegalArgumentException("A soil node has 1 to 4 probes, not " + depths.size() + ".");
        }
    }

    /** The bytes of C's {@code struct mw_soil_settings} in this machine's byte order. */
    byte[] encoded() {
        ByteBuffer out = ByteBuffer.allocate(BYTES).order(ByteOrder.nativeOrder());
        for (Depth depth : depths) {
            out.putShort((short) depth.millimetres());
            out.putShort((short) depth.refill().orElse(NO_LINE));
            out.putShort((short) depth.full().orElse(NO_LINE));
            out.putShort((short) depth.saturated().orElse(NO_LINE));
        }
        out.position(LATITUDE_OFFSET);
        out.putShort((short) latitudeCentidegrees)
                .putShort((short) utcOffsetMinutes)
                .putShort((short) rootMillimetres)
                .put((byte) depths.size());
        return out.array();
    }
}
