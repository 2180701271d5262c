package io.milliwatt.runtime.bundle;

import java.security.GeneralSecurityException;
import java.security.PrivateKey;
import java.security.PublicKey;
import java.security.Signature;
import java.util.function.IntFunction;

/** ECDSA P-256 with SHA-256 over everything before the signature's TLV, by the JDK. */
public final class BundleSignature {

    private static final String ALGORITHM = "SHA256withECDSA";

    /** A P-256 signature in ASN.1 DER: two integers of at most 33 bytes, two heads, one outer head. */
    private static final int SHORTEST_DER = 8;

    private static final int LONGEST_DER = 72;
    private static final int MAXIMUM_TRIES = 64;

    private BundleSignature() {}

    /**
     * Whether the bundle's signature is genuine.
     *
     * @throws MalformedBundleException if the file is no bundle or carries no signature
     */
    public static boolean verify(byte[] file, PublicKey key) {
        BundleTlv.Trailer trailer = BundleReader.trailerOf(file);
        if (trailer.signature().isEmpty()) {
            throw new MalformedBundleException(
                    "The bundle carries no signature; sign it, or allow unsigned bundles for development.");
        }
        byte[] signature = trailer.signature().orElseThrow();
        try {
            Signature verifier = Signature.getInstance(ALGORITHM);
            verifier.initVerify(key);
            verifier.update(file, 0, file.length - signature.length - BundleFormat.TLV_HEAD);
            return signature.length >= SHORTEST_DER && verifier.verify(signature);
        } catch (java.security.SignatureException malformed) {
            return false;
        } catch (GeneralSecurityException failure) {
            throw new IllegalStateException("The JDK cannot verify " + ALGORITHM + " with this key.", failure);
        }
    }

    /**
     * Appends the signature's TLV. The header, which is signed, holds the file's whole length, and DER signatures vary
     * by a byte or two: so a length is foreseen, and signing is repeated until a signature of that length comes.
     */
    static byte[] append(byte[] covered, PrivateKey key, IntFunction<byte[]> sealedForTlvLength) {
        int foreseen = LONGEST_DER - 1;
        byte[] sealed = sealedForTlvLength.apply(BundleFormat.TLV_HEAD + foreseen);
        if (sealed.length != covered.length) {
            throw new IllegalStateException("Sealing must not change the length of a bundle.");
        }
        for (int attempt = 0; attempt < MAXIMUM_TRIES; attempt++) {
            byte[] signature = sign(sealed, key);
            if (signature.length == foreseen) {
                return BundleWriter.concatenated(sealed, BundleWriter.tlv(BundleFormat.SIGNATURE, signature));
            }
        }
        throw new IllegalStateException("No signature of 71 bytes in 64 tries; is the key on the curve P-256?");
    }

    private static byte[] sign(byte[] data, PrivateKey key) {
        try {
            Signature signer = Signature.getInstance(ALGORITHM);
            signer.initSign(key);
            signer.update(data);
            return signer.sign();
        } catch (GeneralSecurityException failure) {
            throw new IllegalArgumentException(
                    "The key cannot sign a bundle; it must be a private key on the curve P-256.", failure);
        }
    }
}
