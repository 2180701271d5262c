package io.milliwatt.telemetry;

/**
 * The server offers a model bundle to a node, which will then come in fragments.
 *
 * @param updateId uint32 of at least 1; names this update in everything that follows
 * @param modelId uint32
 * @param modelVersion uint32
 * @param bundleBytes length of the bundle, 1…uint32
 * @param bundleDigest SHA-256 of the whole bundle, 32 bytes
 * @param fragmentBytes data bytes of one fragment, a multiple of 8 in 8…1024
 * @param healthyWindows windows without trouble after which the node confirms the model, uint16
 */
public record ModelOffer(
        long updateId,
        long modelId,
        long modelVersion,
        long bundleBytes,
        Octets bundleDigest,
        int fragmentBytes,
        int healthyWindows)
        implements FrameBody {
    public static final long KIND = 10;
    public static final int DIGEST_BYTES = 32;
    public static final int MAX_FRAGMENT_BYTES = 1024;

    /** Fragments carry their index in 16 bits. */
    public static final int MAX_FRAGMENTS = 65_536;

    private static final int FRAGMENT_GRAIN = 8;

    public ModelOffer {
        UnsignedRange.uint32(updateId, "update id");
        UnsignedRange.uint32(modelId, "model id");
        UnsignedRange.uint32(modelVersion, "model version");
        UnsignedRange.uint32(bundleBytes, "number of bundle bytes");
        UnsignedRange.within(healthyWindows, 0xFFFF, "number of healthy windows");
        if (updateId == 0 || bundleBytes == 0) {
            throw new IllegalArgumentException("update id and number of bundle bytes must be at least 1; they are "
                    + updateId + " and " + bundleBytes);
        }
        if (bundleDigest.size() != DIGEST_BYTES) {
            throw new IllegalArgumentException("bundle digest has " + bundleDigest.size() + " bytes; it must have 32");
        }
        if (fragmentBytes < FRAGMENT_GRAIN
                || fragmentBytes > MAX_FRAGMENT_BYTES
                || fragmentBytes % FRAGMENT_GRAIN != 0) {
            throw new IllegalArgumentException(
                    "fragments have " + fragmentBytes + " data bytes; it must be a multiple of 8 in 8…1024");
        }
        if ((bundleBytes + fragmentBytes - 1) / fragmentBytes > MAX_FRAGMENTS) {
            throw new IllegalArgumentException("a bundle of " + bundleBytes
                    + " bytes makes more than 65536 fragments of " + fragmentBytes + " bytes; choose larger fragments");
        }
    }

    /** How many fragments the bundle makes; the last one is padded. */
    public int fragments() {
        return (int) ((bundleBytes + fragmentBytes - 1) / fragmentBytes);
    }

    @Override
    public long kind() {
        return KIND;
    }
}
