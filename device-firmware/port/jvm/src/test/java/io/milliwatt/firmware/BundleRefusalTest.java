package io.milliwatt.firmware;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.milliwatt.runtime.bundle.Bundle;
import io.milliwatt.runtime.bundle.BundleSignature;
import io.milliwatt.runtime.bundle.MalformedBundleException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.interfaces.ECPublicKey;
import java.security.spec.ECGenParameterSpec;
import java.security.spec.ECPoint;
import java.util.Random;
import java.util.zip.CRC32;
import org.junit.jupiter.api.Test;

/** What Java refuses the firmware refuses, and the other way round. */
class BundleRefusalTest {

    @Test
    void bothRefuseTheSameDamagedBundlesEvenWithAMatchingChecksum() {
        Random random = new Random(20261125);
        RandomNetwork networks = new RandomNetwork(random);
        int refused = 0;
        int accepted = 0;
        for (int trial = 0; trial < 10_000; trial++) {
            int kind = trial % 5 + 1;
            byte[] file = kind > 3
                    ? SmallBundles.ofNetwork(networks.next(kind == 4 ? 64 : 80), random)
                            .unsigned()
                    : SmallBundles.highestScore(new RandomModel(random, 3, 3).ofKind(kind), random)
                            .unsigned();
            for (int damage = random.nextInt(1, 3); damage > 0; damage--) {
                file[random.nextInt(file.length)] = (byte) random.nextInt();
            }
            fixChecksum(file);
            boolean java = acceptedByJava(file);
            boolean firmware = acceptedByFirmware(file);
            // The firmware carries labels it never reads: UTF-8 is the one rule that only Java checks.
            if (java != firmware && !damagedLabel(file)) {
                throw new AssertionError("Trial " + trial + ": Java " + java + ", firmware " + firmware);
            }
            refused += java ? 0 : 1;
            accepted += java ? 1 : 0;
        }
        assertThat(refused).isGreaterThan(1_000);
        assertThat(accepted).isGreaterThan(100);
    }

    @Test
    void bothRefuseTheSameDamagedLearningBundles() {
        Random random = new Random(20261126);
        int refused = 0;
        int accepted = 0;
        for (int trial = 0; trial < 4_000; trial++) {
            byte[] file = new RandomLearning(random, trial % 2 == 0, random.nextInt(1, 5))
                    .bundle()
                    .unsigned();
            // Every other time in the learning section, which stands last.
            int from = trial % 4 < 2 ? 0 : file.length - 40;
            file[random.nextInt(from, file.length)] = (byte) random.nextInt();
            fixChecksum(file);
            boolean java = acceptedByJava(file);
            if (java != acceptedByFirmware(file) && !damagedLabel(file)) {
                throw new AssertionError("Trial " + trial + ": Java " + java + ", firmware " + !java);
            }
            refused += java ? 0 : 1;
            accepted += java ? 1 : 0;
        }
        assertThat(refused).isGreaterThan(1_000);
        assertThat(accepted).isGreaterThan(400);
    }

    private static void fixChecksum(byte[] file) {
        ByteBuffer header = ByteBuffer.wrap(file).order(ByteOrder.LITTLE_ENDIAN);
        int payload = header.getInt(52);
        if (payload >= 0 && payload <= file.length - 64) {
            CRC32 crc = new CRC32();
            crc.update(file, 0, 60);
            crc.update(file, 64, payload);
            header.putInt(60, (int) crc.getValue());
        }
    }

    private static boolean damagedLabel(byte[] file) {
        try {
            Bundle.parse(file);
            return false;
        } catch (MalformedBundleException refusal) {
            return refusal.getMessage().contains("UTF-8");
        }
    }

    private static boolean acceptedByJava(byte[] file) {
        try {
            Bundle.parse(file);
            return true;
        } catch (MalformedBundleException refusal) {
            return false;
        }
    }

    private static boolean acceptedByFirmware(byte[] file) {
        try (NativeModel model = new NativeModel(file)) {
            return model.inputs() > 0;
        } catch (FirmwareException refusal) {
            return false;
        }
    }

    @Test
    void theFirmwareVerifiesWhatTheJdkSigned() throws Exception {
        KeyPairGenerator generator = KeyPairGenerator.getInstance("EC");
        generator.initialize(new ECGenParameterSpec("secp256r1"));
        KeyPair keys = generator.generateKeyPair();
        KeyPair others = generator.generateKeyPair();
        for (int trial = 0; trial < 20; trial++) {
            byte[] file =
                    SmallBundles.raceLines().withAntiRollbackCounter(trial).signedBy(keys.getPrivate(), 1);
            try (NativeModel model = new NativeModel(file)) {
                assertThat(model.signedBy(point(keys))).isTrue();
                assertThat(model.signedBy(point(others))).isFalse();
            }
            byte[] changed = file.clone();
            changed[file.length - 75 - 8 - 4] ^= 1;
            assertThat(BundleSignature.verify(changed, keys.getPublic())).isFalse();
            try (NativeModel model = new NativeModel(changed)) {
                assertThat(model.signedBy(point(keys))).isFalse();
            }
        }
    }

    @Test
    void aNodeThatWantsSignaturesRefusesABundleWithoutOne() throws Exception {
        KeyPairGenerator generator = KeyPairGenerator.getInstance("EC");
        generator.initialize(new ECGenParameterSpec("secp256r1"));
        KeyPair keys = generator.generateKeyPair();
        NodeConfiguration strict = SmallNode.configuration(1).withBundleSigner(point(keys));
        assertThatThrownBy(() -> new NativeNode(strict, SmallBundles.raceLines().unsigned()))
                .isInstanceOf(FirmwareException.class)
                .hasMessageContaining("the signature is missing or wrong");
        new NativeNode(strict, SmallBundles.raceLines().signedBy(keys.getPrivate(), 1)).close();
    }

    private static byte[] point(KeyPair keys) {
        ECPoint point = ((ECPublicKey) keys.getPublic()).getW();
        return ByteBuffer.allocate(65)
                .put((byte) 4)
                .put(thirtyTwo(point.getAffineX().toByteArray()))
                .put(thirtyTwo(point.getAffineY().toByteArray()))
                .array();
    }

    private static byte[] thirtyTwo(byte[] number) {
        byte[] out = new byte[32];
        int length = Math.min(32, number.length);
        System.arraycopy(number, number.length - length, out, 32 - length, length);
        return out;
    }
}
