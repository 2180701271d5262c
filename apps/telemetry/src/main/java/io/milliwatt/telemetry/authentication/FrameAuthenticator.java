package io.milliwatt.telemetry.authentication;

import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.Arrays;
import javax.crypto.Mac;

/**
 * Signs and verifies frames of one node: HMAC-SHA-256 (RFC 2104), truncated to its first 8 bytes, over every byte before
 * the head of the MAC's byte string. Not for use by several threads at once.
 */
public final class FrameAuthenticator {
    static final String ALGORITHM = "HmacSHA256";
    public static final int TAG_BYTES = 8;

    /** A CBOR byte string of eight bytes; the MAC does not cover it, so it is compared. */
    private static final byte TAG_HEAD = 0x40 + TAG_BYTES;

    /** The head {@code 48} of the MAC's byte string and its eight bytes. */
    public static final int TRAILER_BYTES = 1 + TAG_BYTES;

    private final Mac mac;

    public FrameAuthenticator(NodeKey key) {
        try {
            mac = Mac.getInstance(ALGORITHM);
            mac.init(key.secret());
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException(
                    "this Java runtime lacks HmacSHA256, which every one must have", impossible);
        }
    }

    /** The tag over the first {@code length} bytes. */
    public byte[] tag(byte[] bytes, int length) {
        mac.update(bytes, 0, length);
        return Arrays.copyOf(mac.doFinal(), TAG_BYTES);
    }

    /** Whether a frame ends in the right tag; compared in constant time. False for anything too short to hold one. */
    public boolean verifies(byte[] frame) {
        int signedLength = frame.length - TRAILER_BYTES;
        if (signedLength <= 0 || frame[signedLength] != TAG_HEAD) {
            return false;
        }
        byte[] found = Arrays.copyOfRange(frame, frame.length - TAG_BYTES, frame.length);
        return MessageDigest.isEqual(tag(frame, signedLength), found);
    }
}
