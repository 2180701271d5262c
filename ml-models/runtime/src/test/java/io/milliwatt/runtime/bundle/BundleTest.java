package io.milliwatt.runtime.bundle;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.milliwatt.runtime.model.Model;
import io.milliwatt.runtime.model.ModelSection;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.spec.ECGenParameterSpec;
import java.util.Arrays;
import java.util.OptionalLong;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class BundleTest {

    private static final long SEED = 20261123;

    private static KeyPair p256() throws Exception {
        KeyPairGenerator generator = KeyPairGenerator.getInstance("EC");
        generator.initialize(new ECGenParameterSpec("secp256r1"));
        return generator.generateKeyPair();
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3, 7})
    void everyKindComesBackAsItWasWritten(int kind) {
        Random random = new Random(SEED + kind);
        for (int trial = 0; trial < 50; trial++) {
            BundleWriter writer = RandomBundles.writer(random, kind);
            byte[] file = writer.withAntiRollbackCounter(trial).unsigned();
            Bundle bundle = Bundle.parse(file);
            byte[] again = new BundleWriter(
                            bundle.identity(),
                            bundle.model(),
                            bundle.recipe(),
                            bundle.labels(),
                            bundle.decision(),
                            bundle.vectors())
                    .withAntiRollbackCounter(trial)
                    .unsigned();
            assertThat(again).isEqualTo(file);
            assertThat(bundle.trailer().antiRollbackCounter()).isEqualTo(OptionalLong.of(trial));
            assertThat(bundle.trailer().signed()).isFalse();
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3, 7})
    void everyTruncationAndEveryFlippedBitIsRefusedWithASentence(int kind) {
        byte[] file = RandomBundles.small(new Random(SEED), kind).unsigned();
        for (int length = 0; length < file.length; length++) {
            byte[] cut = Arrays.copyOf(file, length);
            assertThatThrownBy(() -> Bundle.parse(cut))
                    .isInstanceOf(MalformedBundleException.class)
                    .hasMessageEndingWith(".");
        }
        for (int bit = 0; bit < 8 * file.length; bit++) {
            byte[] flipped = file.clone();
            flipped[bit / 8] ^= (byte) (1 << (bit % 8));
            assertThatThrownBy(() -> Bundle.parse(flipped)).isInstanceOf(MalformedBundleException.class);
        }
    }

    @Test
    void aModelThatMissesItsSelfTestIsRefused() {
        Bundle good = Bundle.parse(RandomBundles.small(new Random(SEED), 2).unsigned());
        SelfTestVector first = good.vectors().getFirst();
        short[] wrong = first.scores();
        wrong[0]++;
        assertThatThrownBy(() -> new BundleWriter(
                        good.identity(),
                        good.model(),
                        good.recipe(),
                        good.labels(),
                        good.decision(),
                        java.util.List.of(new SelfTestVector(first.inputs(), wrong))))
                .hasMessageContaining("does not reproduce its self-test vector");
    }

    @Test
    void aSignatureCoversEveryByteBeforeIt() throws Exception {
        KeyPair keys = p256();
        byte[] file = RandomBundles.small(new Random(SEED), 1)
                .withAntiRollbackCounter(9)
                .signedBy(keys.getPrivate(), 5);
        Bundle bundle = Bundle.parse(file);
        assertThat(bundle.trailer().signed()).isTrue();
        assertThat(bundle.trailer().keyId()).isEqualTo(OptionalLong.of(5));
        assertThat(BundleSignature.verify(file, keys.getPublic())).isTrue();
        assertThat(BundleSignature.verify(file, p256().getPublic())).isFalse();

        byte[] otherCounter = file.clone();
        int counterAt = file.length - 75 - 8 - 4;
        assertThat(otherCounter[counterAt]).isEqualTo((byte) 9);
        otherCounter[counterAt]++;
        assertThat(Bundle.parse(otherCounter).trailer().antiRollbackCounter()).isEqualTo(OptionalLong.of(10));
        assertThat(BundleSignature.verify(otherCounter, keys.getPublic())).isFalse();
    }

    /** An operator signs what training has released; later sections, which this reader skips, stay in. */
    @Test
    void aFinishedBundleIsSignedWithoutAnotherByteChanged() throws Exception {
        KeyPair keys = p256();
        byte[] later = RandomBundles.withLaterSection(
                RandomBundles.small(new Random(SEED), 2).unsigned());
        byte[] released = BundleWriter.of(later).withAntiRollbackCounter(3).unsigned();
        byte[] signed = BundleWriter.of(released).signedBy(keys.getPrivate(), 7);
        assertThat(BundleSignature.verify(signed, keys.getPublic())).isTrue();
        assertThat(Bundle.parse(signed).trailer().keyId()).isEqualTo(OptionalLong.of(7));
        assertThat(Bundle.parse(signed).trailer().antiRollbackCounter()).isEqualTo(OptionalLong.of(3));
        int payloadStart = 64;
        assertThat(java.util.Arrays.copyOfRange(signed, payloadStart, released.length))
                .isEqualTo(java.util.Arrays.copyOfRange(released, payloadStart, released.length));
        assertThat(BundleWriter.of(signed).unsigned()).isEqualTo(released);
        assertThat(Bundle.parse(BundleWriter.of(released)
                                .withModelVersion(0xFFFF_FFFFL)
                                .unsigned())
                        .identity()
                        .modelVersion())
                .isEqualTo(0xFFFF_FFFFL);
    }

    @Test
    void anUnsignedBundleCannotBeVerified() throws Exception {
        byte[] file = RandomBundles.small(new Random(SEED), 1).unsigned();
        KeyPair keys = p256();
        assertThatThrownBy(() -> BundleSignature.verify(file, keys.getPublic()))
                .hasMessageContaining("carries no signature");
    }

    @Test
    void theFullFormatMinorVersionAndLaterSectionsPass() {
        byte[] file = RandomBundles.small(new Random(SEED), 3).unsigned();
        byte[] newer = RandomBundles.withLaterSection(file);
        assertThat(Bundle.parse(newer).identity()).isEqualTo(Bundle.parse(file).identity());
    }

    @Test
    void aBundleJudgesAWindowAndKeepsSilentOnAFlaggedOne() {
        Bundle bundle = Bundle.parse(RandomBundles.small(new Random(SEED), 3).unsigned());
        ModelSection section = bundle.model();
        int[] values = new int[64];
        values[0] = 120;
        short[] scores = section.model().score(section.inputMap().apply(values));
        assertThat(bundle.judge(values, 0).orElseThrow().verdict())
                .isEqualTo(bundle.labels().get(Model.winner(scores)).verdict());
        assertThat(bundle.judge(values, 1 << 4)).isEmpty();
    }
}
