package io.milliwatt.telemetry.authentication;

import java.security.SecureRandom;
import javax.crypto.SecretKey;
import javax.crypto.spec.SecretKeySpec;

/** A node's 32-byte secret for HMAC-SHA-256. It never shows itself in text. */
public final class NodeKey {
    public static final int BYTES = 32;

    private final SecretKeySpec secret;

    private NodeKey(byte[] bytes) {
        if (bytes.length != BYTES) {
            throw new IllegalArgumentException("a node key has " + bytes.length + " bytes; it must have " + BYTES);
        }
        secret = new SecretKeySpec(bytes, FrameAuthenticator.ALGORITHM);
    }

    /** Copies the bytes. */
    public static NodeKey of(byte[] bytes) {
        return new NodeKey(bytes);
    }

    public static NodeKey random(SecureRandom random) {
        byte[] bytes = new byte[BYTES];
        random.nextBytes(bytes);
        return new NodeKey(bytes);
    }

    SecretKey secret() {
        return secret;
    }

    /** A copy. */
    public byte[] toByteArray() {
        return secret.getEncoded();
    }

    @Override
    public String toString() {
        return "NodeKey[hidden]";
    }
}
