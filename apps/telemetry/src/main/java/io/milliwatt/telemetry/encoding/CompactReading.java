package io.milliwatt.telemetry.encoding;

import io.milliwatt.telemetry.FrameIdentity;
import io.milliwatt.telemetry.SoilQuality;
import io.milliwatt.telemetry.SoilReading;
import io.milliwatt.telemetry.SoilReading.AtDepth;
import io.milliwatt.telemetry.SoilReading.Need;
import io.milliwatt.telemetry.authentication.FrameAuthenticator;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * A soil reading in the compact form of frame.md: 64 bits and three bytes of MAC. It tells the lower bits of its counters only; whoever
 * knows the node's counters tries them, and the MAC says whether they are right.
 */
public final class CompactReading {
    public static final int BYTES = 11;
    public static final int DEPTHS = 3;
    public static final int BOOTS = 4;
    public static final int SEQUENCES = 256;

    private static final byte[] PURPOSE = "mw compact".getBytes(StandardCharsets.US_ASCII);
    private static final int PAYLOAD_BYTES = 8;
    private static final int TAG_BYTES = BYTES - PAYLOAD_BYTES;
    private static final int COUNTERS_BYTES = 12;
    private static final int NO_WATER = 1_023;
    private static final int NO_DAYS = 31;
    private static final int TENTHS = 10;
    private static final int LOWEST_MILLIVOLTS = 1_800;
    private static final int MILLIVOLT_STEP = 50;

    private final byte[] message;
    private final List<OptionalLong> water = new ArrayList<>();
    private final long quality;
    private final int flagged;
    private final int battery;
    private final int days;
    private final int lowBoot;
    private final int lowSequence;

    private CompactReading(byte[] message) {
        this.message = message.clone();
        Bits bits = new Bits(ByteBuffer.wrap(message).getLong());
        for (int depth = 0; depth < DEPTHS; depth++) {
            int permille = bits.take(10);
            water.add(permille == NO_WATER ? OptionalLong.empty() : OptionalLong.of(permille));
        }
        quality = bits.take(11);
        flagged = bits.take(DEPTHS);
        battery = bits.take(5);
        days = bits.take(5);
        lowBoot = bits.take(2);
        lowSequence = bits.take(8);
    }

    /** From the most significant bit on. */
    private static final class Bits {
        private final long bits;
        private int taken;

        Bits(long bits) {
            this.bits = bits;
        }

        int take(int width) {
            taken += width;
            return (int) (bits >>> (Long.SIZE - taken) & (1L << width) - 1);
        }
    }

    /** Empty for bytes of another length; whether they are genuine {@link #isOf} tells. */
    public static Optional<CompactReading> of(byte[] message) {
        return message.length == BYTES ? Optional.of(new CompactReading(message)) : Optional.empty();
    }

    /** Of the boot that sent it, modulo {@link #BOOTS}. */
    public int lowBoot() {
        return lowBoot;
    }

    /** Of its sequence, modulo {@link #SEQUENCES}. */
    public int lowSequence() {
        return lowSequence;
    }

    /** Whether the node that holds the key sent it with these counters; compared in constant time. */
    public boolean isOf(FrameIdentity identity, FrameAuthenticator authenticator) {
        byte[] covered = ByteBuffer.allocate(PURPOSE.length + COUNTERS_BYTES + PAYLOAD_BYTES)
                .order(ByteOrder.LITTLE_ENDIAN)
                .put(PURPOSE)
                .putInt((int) identity.node())
                .putInt((int) identity.boot())
                .putInt((int) identity.sequence())
                .put(message, 0, PAYLOAD_BYTES)
                .array();
        byte[] tag = Arrays.copyOf(authenticator.tag(covered, covered.length), TAG_BYTES);
        return MessageDigest.isEqual(tag, Arrays.copyOfRange(message, PAYLOAD_BYTES, BYTES));
    }

    /**
     * The reading, as far as this form tells it.
     *
     * @param depthsMillimetres of the node's probes from the surface downwards, one to three
     */
    public SoilReading at(List<Long> depthsMillimetres) {
        if (depthsMillimetres.isEmpty() || depthsMillimetres.size() > DEPTHS) {
            throw new IllegalArgumentException(
                    "a compact reading is of one to three depths, not of " + depthsMillimetres.size());
        }
        List<AtDepth> depths = new ArrayList<>();
        for (int depth = 0; depth < depthsMillimetres.size(); depth++) {
            depths.add(new AtDepth(
                    depthsMillimetres.get(depth),
                    water.get(depth),
                    OptionalLong.empty(),
                    flagsOf(depth),
                    Optional.empty()));
        }
        OptionalLong none = OptionalLong.empty();
        return new SoilReading(
                depths,
                battery == 0 ? none : OptionalLong.of(LOWEST_MILLIVOLTS + (long) MILLIVOLT_STEP * battery),
                OptionalLong.of(quality),
                days == NO_DAYS ? none : OptionalLong.of((long) TENTHS * days),
                none,
                none,
                none,
                days == 0 ? Optional.of(Need.NOW) : Optional.empty(),
                0);
    }

    /** The form tells the flags of all depths together and which depths have any; a gap is where the water is missing. */
    private long flagsOf(int depth) {
        boolean isFlagged = (flagged >> (DEPTHS - 1 - depth) & 1) != 0;
        if (!isFlagged) {
            return 0;
        }
        return water.get(depth).isEmpty() ? SoilQuality.GAP.mask() : quality;
    }
}
