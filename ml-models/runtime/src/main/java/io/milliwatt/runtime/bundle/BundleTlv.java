package io.milliwatt.runtime.bundle;

import java.nio.ByteBuffer;
import java.util.Optional;
import java.util.OptionalLong;

/** The records after a bundle's payload. */
final class BundleTlv {

    private BundleTlv() {}

    record Trailer(OptionalLong antiRollbackCounter, OptionalLong keyId, Optional<byte[]> signature) {}

    /** Reads from the buffer's position to its end. */
    static Trailer read(ByteBuffer in) {
        OptionalLong counter = OptionalLong.empty();
        OptionalLong keyId = OptionalLong.empty();
        Optional<byte[]> signature = Optional.empty();
        int before = 0;
        while (in.hasRemaining()) {
            require(in.remaining() >= BundleFormat.TLV_HEAD, "The trailer ends within the head of a record.");
            int type = Short.toUnsignedInt(in.getShort());
            int length = Short.toUnsignedInt(in.getShort());
            require(
                    type > before,
                    "Record " + type + " of the trailer comes after record " + before + "; types must ascend.");
            require(
                    length <= in.remaining(),
                    "Record " + type + " of the trailer announces " + length + " bytes, but " + in.remaining()
                            + " are left.");
            require(before != BundleFormat.SIGNATURE, "The signature must be the last record of the trailer.");
            byte[] data = new byte[length];
            in.get(data);
            switch (type) {
                case BundleFormat.ANTI_ROLLBACK_COUNTER -> counter = OptionalLong.of(number(data, type));
                case BundleFormat.KEY_ID -> keyId = OptionalLong.of(number(data, type));
                case BundleFormat.SIGNATURE -> signature = Optional.of(data);
                default -> {
                    // A newer minor version's record: nothing this reader needs.
                }
            }
            before = type;
        }
        return new Trailer(counter, keyId, signature);
    }

    private static long number(byte[] data, int type) {
        require(data.length == 4, "Record " + type + " of the trailer must have 4 bytes, not " + data.length + ".");
        return Integer.toUnsignedLong(
                ByteBuffer.wrap(data).order(java.nio.ByteOrder.LITTLE_ENDIAN).getInt());
    }

    private static void require(boolean holds, String sentence) {
        if (!holds) {
            throw new MalformedBundleException(sentence);
        }
    }
}
