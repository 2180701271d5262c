package io.milliwatt.telemetry.encoding;

import io.milliwatt.telemetry.ModelOffer;
import io.milliwatt.telemetry.Octets;
import io.milliwatt.telemetry.authentication.FrameAuthenticator;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.Arrays;
import java.util.Optional;

/**
 * One piece of a bundle on its way to a node: {@code u8 0x01, u16 LE index, data, 8-byte MAC}. The MAC is HMAC-SHA-256 with
 * the node's key, cut to 8 bytes, over {@code "mw fragment"}, the update id (u32 LE), the bundle's SHA-256, the index
 * (u16 LE) and the data. A frame never begins with 0x01, so the first byte tells both apart.
 */
public final class FragmentCodec {
    public static final byte FIRST_BYTE = 1;

    /** First byte, index and MAC. */
    public static final int OVERHEAD_BYTES = 3 + FrameAuthenticator.TAG_BYTES;

    private static final byte[] PURPOSE = "mw fragment".getBytes(StandardCharsets.US_ASCII);
    private static final int DATA_OFFSET = 3;
    private static final byte PADDING = (byte) 0xFF;

    private final FrameAuthenticator authenticator;

    /** A codec for the node whose key the authenticator holds; like it, not for use by several threads at once. */
    public FragmentCodec(FrameAuthenticator authenticator) {
        this.authenticator = authenticator;
    }

    /**
     * A genuine fragment as a node takes it.
     *
     * @param index below the offer's {@link ModelOffer#fragments}
     * @param data exactly the offer's fragment bytes, padded at the bundle's end
     */
    public record Fragment(int index, Octets data) {}

    /** The fragment of this index, below {@link ModelOffer#fragments}, as it goes to the node. */
    public byte[] encode(ModelOffer offer, byte[] bundle, int index) {
        if (bundle.length != offer.bundleBytes() || index < 0 || index >= offer.fragments()) {
            throw new IllegalArgumentException(
                    "fragment " + index + " of " + offer.fragments() + " cannot be made from " + bundle.length
                            + " bytes where " + offer.bundleBytes() + " were offered");
        }
        int from = index * offer.fragmentBytes();
        int to = Math.min(bundle.length, from + offer.fragmentBytes());
        byte[] data = Arrays.copyOfRange(bundle, from, from + offer.fragmentBytes());
        Arrays.fill(data, to - from, data.length, PADDING);
        return littleEndian(OVERHEAD_BYTES + data.length)
                .put(FIRST_BYTE)
                .putShort((short) index)
                .put(data)
                .put(tag(offer, index, data))
                .array();
    }

    /** The fragment, or empty for anything but a genuine one of this offer. */
    public Optional<Fragment> decode(ModelOffer offer, byte[] message) {
        if (message.length != OVERHEAD_BYTES + offer.fragmentBytes() || message[0] != FIRST_BYTE) {
            return Optional.empty();
        }
        int index = (message[1] & 0xFF) | (message[2] & 0xFF) << Byte.SIZE;
        byte[] data = Arrays.copyOfRange(message, DATA_OFFSET, DATA_OFFSET + offer.fragmentBytes());
        byte[] found = Arrays.copyOfRange(message, DATA_OFFSET + offer.fragmentBytes(), message.length);
        boolean genuine = MessageDigest.isEqual(tag(offer, index, data), found) && index < offer.fragments();
        return genuine ? Optional.of(new Fragment(index, Octets.of(data))) : Optional.empty();
    }

    private byte[] tag(ModelOffer offer, int index, byte[] data) {
        byte[] covered = littleEndian(PURPOSE.length + 4 + ModelOffer.DIGEST_BYTES + 2 + data.length)
                .put(PURPOSE)
                .putInt((int) offer.updateId())
                .put(offer.bundleDigest().toByteArray())
                .putShort((short) index)
                .put(data)
                .array();
        return authenticator.tag(covered, covered.length);
    }

    private static ByteBuffer littleEndian(int bytes) {
        return ByteBuffer.allocate(bytes).order(ByteOrder.LITTLE_ENDIAN);
    }
}
