package io.milliwatt.gateway.node;

import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.util.Base64;
import javax.crypto.SecretKeyFactory;
import javax.crypto.spec.PBEKeySpec;

/**
 * A salted PBKDF2-HMAC-SHA-256 hash (RFC 8018 §5.2). Node passwords are 192 random bits, so no dictionary helps against
 * them and the least iteration count of RFC 7677 §4 is enough; a higher one would keep thousands of nodes waiting when they
 * all come back after a restart.
 *
 * @param text {@code pbkdf2-sha256$iterations$salt$hash} with Base64 fields; carries its own parameters
 */
public record PasswordHash(String text) {
    private static final String SCHEME = "pbkdf2-sha256";
    private static final int ITERATIONS = 4096;
    private static final int SALT_BYTES = 16;
    private static final int HASH_BITS = 256;

    public PasswordHash {
        if (fields(text).length != 4 || !text.startsWith(SCHEME + "$")) {
            throw new IllegalArgumentException("a password hash must read " + SCHEME + "$iterations$salt$hash");
        }
    }

    public static PasswordHash of(String password, SecureRandom random) {
        byte[] salt = new byte[SALT_BYTES];
        random.nextBytes(salt);
        Base64.Encoder base64 = Base64.getEncoder();
        return new PasswordHash(String.join(
                "$",
                SCHEME,
                Integer.toString(ITERATIONS),
                base64.encodeToString(salt),
                base64.encodeToString(derive(password, salt, ITERATIONS))));
    }

    /** Compared in constant time. Takes some milliseconds of computing: not for an event loop. */
    public boolean matches(String password) {
        String[] fields = fields(text);
        byte[] salt = Base64.getDecoder().decode(fields[2]);
        byte[] expected = Base64.getDecoder().decode(fields[3]);
        return MessageDigest.isEqual(expected, derive(password, salt, Integer.parseInt(fields[1])));
    }

    private static byte[] derive(String password, byte[] salt, int iterations) {
        PBEKeySpec spec = new PBEKeySpec(password.toCharArray(), salt, iterations, HASH_BITS);
        try {
            return SecretKeyFactory.getInstance("PBKDF2WithHmacSHA256")
                    .generateSecret(spec)
                    .getEncoded();
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException("this Java runtime lacks PBKDF2WithHmacSHA256", impossible);
        } finally {
            spec.clearPassword();
        }
    }

    private static String[] fields(String text) {
        return text.split("\\$", -1);
    }

    @Override
    public String toString() {
        return "PasswordHash[hidden]";
    }
}
