package io.milliwatt.workbench.demo;

import static org.assertj.core.api.Assertions.assertThat;

import io.milliwatt.runtime.bundle.Bundle;
import io.milliwatt.runtime.bundle.BundleSignature;
import java.math.BigInteger;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.AlgorithmParameters;
import java.security.KeyFactory;
import java.security.PublicKey;
import java.security.spec.ECGenParameterSpec;
import java.security.spec.ECParameterSpec;
import java.security.spec.ECPoint;
import java.security.spec.ECPublicKeySpec;
import java.util.Arrays;
import java.util.Base64;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SigningKeyTest {
    private static final Path BUNDLE = Path.of("../../device-firmware/contract/vectors/bundle-forest-1.0.mwm");

    @TempDir
    private Path folder;

    @Test
    void whatItSignsVerifiesWithThePointThatNodesHold() throws Exception {
        SigningKey key = SigningKey.loadOrDraw(folder.resolve("secrets"));
        byte[] signed = key.sign(Files.readAllBytes(BUNDLE));
        assertThat(BundleSignature.verify(signed, publicKey(key))).isTrue();
        assertThat(Bundle.parse(signed).trailer().keyId()).isEqualTo(OptionalLong.of(key.keyId()));
    }

    /** Coordinates with leading zeros or a set top bit have other lengths in Java; many keys meet both. */
    @Test
    void thePointOfEveryKeyHas65Bytes() throws Exception {
        for (int i = 0; i < 50; i++) {
            SigningKey key = SigningKey.loadOrDraw(folder.resolve("secrets" + i));
            byte[] point = Base64.getDecoder().decode(key.publicPoint());
            assertThat(point).hasSize(65).startsWith(4);
            assertThat(publicKey(key).getAlgorithm()).isEqualTo("EC");
        }
    }

    @Test
    void itIsDrawnOnceAndOnlyItsOwnerMayReadIt() throws Exception {
        Path secrets = folder.resolve("secrets");
        SigningKey key = SigningKey.loadOrDraw(secrets);
        assertThat(SigningKey.loadOrDraw(secrets)).isEqualTo(key);
        assertThat(key.toString()).doesNotContain(key.privateKeyPkcs8());
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(secrets.resolve("bundle-signing.json"))))
                .isEqualTo("rw-------");
    }

    private static PublicKey publicKey(SigningKey key) throws Exception {
        byte[] point = Base64.getDecoder().decode(key.publicPoint());
        AlgorithmParameters curve = AlgorithmParameters.getInstance("EC");
        curve.init(new ECGenParameterSpec("secp256r1"));
        ECPoint w = new ECPoint(
                new BigInteger(1, Arrays.copyOfRange(point, 1, 33)),
                new BigInteger(1, Arrays.copyOfRange(point, 33, 65)));
        return KeyFactory.getInstance("EC")
                .generatePublic(new ECPublicKeySpec(w, curve.getParameterSpec(ECParameterSpec.class)));
    }
}
