package io.milliwatt.gateway.node;

import io.milliwatt.telemetry.authentication.NodeKey;
import java.nio.ByteBuffer;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import javax.crypto.Cipher;
import javax.crypto.SecretKey;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.SecretKeySpec;

/**
 * Seals node keys for the database: AES-256-GCM under the registry key, with a random 12-byte nonce in front. The node's
 * number is authenticated with it, so that a sealed key moved to another node's row does not open.
 */
public final class KeySeal {
    public static final int REGISTRY_KEY_BYTES = 32;
    private static final int NONCE_BYTES = 12;
    private static final int TAG_BITS = 128;
    private static final String CIPHER = "AES/GCM/NoPadding";

    private final SecretKey registryKey;
    private final SecureRandom random;

    public KeySeal(byte[] registryKey, SecureRandom random) {
        if (registryKey.length != REGISTRY_KEY_BYTES) {
            throw new IllegalArgumentException(
                    "the registry key has " + registryKey.length + " bytes; it must have " + REGISTRY_KEY_BYTES);
        }
        this.registryKey = new SecretKeySpec(registryKey, "AES");
        this.random = random;
    }

    public byte[] seal(long node, NodeKey key) {
        byte[] nonce = new byte[NONCE_BYTES];
        random.nextBytes(nonce);
        try {
            byte[] sealed = cipher(Cipher.ENCRYPT_MODE, node, nonce).doFinal(key.toByteArray());
            return ByteBuffer.allocate(NONCE_BYTES + sealed.length)
                    .put(nonce)
                    .put(sealed)
                    .array();
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException("this Java runtime lacks " + CIPHER, impossible);
        }
    }

    public NodeKey open(long node, byte[] sealed) {
        byte[] nonce = new byte[NONCE_BYTES];
        ByteBuffer buffer = ByteBuffer.wrap(sealed).get(nonce);
        byte[] rest = new byte[buffer.remaining()];
        buffer.get(rest);
        try {
            return NodeKey.of(cipher(Cipher.DECRYPT_MODE, node, nonce).doFinal(rest));
        } catch (GeneralSecurityException wrongKey) {
            throw new IllegalStateException(
                    "The key of node " + node + " does not open with this registry key: "
                            + "start the gateway with the MILLIWATT_REGISTRY_KEY that sealed it.",
                    wrongKey);
        }
    }

    private Cipher cipher(int mode, long node, byte[] nonce) throws GeneralSecurityException {
        Cipher cipher = Cipher.getInstance(CIPHER);
        cipher.init(mode, registryKey, new GCMParameterSpec(TAG_BITS, nonce));
        cipher.updateAAD(ByteBuffer.allocate(Long.BYTES).putLong(0, node));
        return cipher;
    }
}
