package io.milliwatt.workbench.demo;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.milliwatt.runtime.bundle.BundleWriter;
import io.milliwatt.workbench.SuiteException;
import java.io.IOException;
import java.math.BigInteger;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.PrivateKey;
import java.security.interfaces.ECPublicKey;
import java.security.spec.ECGenParameterSpec;
import java.security.spec.PKCS8EncodedKeySpec;
import java.util.Base64;

/**
 * Signs this installation's model bundles, ECDSA on P-256; drawn at the first start and used from then on. Its nodes take
 * no other bundles.
 *
 * @param keyId named in the bundles
 * @param privateKeyPkcs8 in Base64
 * @param publicPoint 65 bytes in Base64: 04, X and Y, as nodes hold it
 */
public record SigningKey(long keyId, String privateKeyPkcs8, String publicPoint) {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final String ALGORITHM = "EC";
    private static final String CURVE = "secp256r1";
    private static final int COORDINATE_BYTES = 32;
    private static final byte UNCOMPRESSED = 4;
    private static final long FIRST_KEY = 1;

    public static SigningKey loadOrDraw(Path folder) {
        Path file = folder.resolve("bundle-signing.json");
        try {
            if (Files.exists(file)) {
                return JSON.readValue(file.toFile(), SigningKey.class);
            }
            SigningKey drawn = draw();
            PrivateFile.write(file, JSON.writeValueAsBytes(drawn));
            return drawn;
        } catch (IOException failure) {
            throw new SuiteException(
                    "The signing key in " + file + " cannot be read or written (" + failure.getMessage()
                            + "): repair the file, or start afresh with another --data folder.",
                    failure);
        }
    }

    /**
     * The same bundle with this key's id and signature.
     *
     * @throws io.milliwatt.runtime.bundle.MalformedBundleException if the file is no bundle that a node would take
     */
    public byte[] sign(byte[] bundle) {
        return BundleWriter.of(bundle).signedBy(privateKey(), keyId);
    }

    private PrivateKey privateKey() {
        try {
            byte[] encoded = Base64.getDecoder().decode(privateKeyPkcs8);
            return KeyFactory.getInstance(ALGORITHM).generatePrivate(new PKCS8EncodedKeySpec(encoded));
        } catch (GeneralSecurityException unusable) {
            throw new SuiteException(
                    "The bundle signing key of this data folder is not usable: " + unusable.getMessage()
                            + ". Put its file secrets/bundle-signing.json right.",
                    unusable);
        }
    }

    private static SigningKey draw() {
        try {
            KeyPairGenerator generator = KeyPairGenerator.getInstance(ALGORITHM);
            generator.initialize(new ECGenParameterSpec(CURVE));
            KeyPair pair = generator.generateKeyPair();
            Base64.Encoder base64 = Base64.getEncoder();
            return new SigningKey(
                    FIRST_KEY,
                    base64.encodeToString(pair.getPrivate().getEncoded()),
                    base64.encodeToString(point((ECPublicKey) pair.getPublic())));
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException("this Java runtime cannot make keys on P-256", impossible);
        }
    }

    private static byte[] point(ECPublicKey key) {
        byte[] point = new byte[1 + 2 * COORDINATE_BYTES];
        point[0] = UNCOMPRESSED;
        place(key.getW().getAffineX(), point, 1 + COORDINATE_BYTES);
        place(key.getW().getAffineY(), point, point.length);
        return point;
    }

    /** Right-aligned before {@code end}; Java's bytes may have a leading zero, or fewer than 32. */
    private static void place(BigInteger coordinate, byte[] point, int end) {
        byte[] bytes = coordinate.toByteArray();
        int length = Math.min(bytes.length, COORDINATE_BYTES);
        System.arraycopy(bytes, bytes.length - length, point, end - length, length);
    }

    @Override
    public String toString() {
        return "SigningKey[" + keyId + "]";
    }
}
