package io.milliwatt.firmware;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.milliwatt.firmware.ModelFlash.BundleSigner;
import io.milliwatt.runtime.bundle.BundleWriter;
import io.milliwatt.telemetry.Command;
import io.milliwatt.telemetry.Frame;
import io.milliwatt.telemetry.FrameBody;
import io.milliwatt.telemetry.FrameIdentity;
import io.milliwatt.telemetry.MissingFragments;
import io.milliwatt.telemetry.ModelOffer;
import io.milliwatt.telemetry.Octets;
import io.milliwatt.telemetry.Status;
import io.milliwatt.telemetry.UpdateReason;
import io.milliwatt.telemetry.UpdateState;
import io.milliwatt.telemetry.UpdateState.Slot;
import io.milliwatt.telemetry.authentication.FrameAuthenticator;
import io.milliwatt.telemetry.authentication.NodeKey;
import io.milliwatt.telemetry.encoding.FragmentCodec;
import io.milliwatt.telemetry.encoding.FrameCodec;
import io.milliwatt.telemetry.encoding.FrameException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.MessageDigest;
import java.security.interfaces.ECPublicKey;
import java.security.spec.ECGenParameterSpec;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The whole way of a model onto a node, with the server's own codecs on the other side. */
class ModelUpdateTest {
    private static final long NEXT_VERSION = 3;
    private static final int HEALTHY_WINDOWS = 3;
    private static final NodeKey KEY = NodeKey.of(SmallNode.KEY);
    private static final KeyPair SIGNER = keyPair();

    @TempDir
    private Path folder;

    private final FrameCodec codec = new FrameCodec();
    private final byte[] factory = SmallBundles.raceLines().signedBy(SIGNER.getPrivate(), 1);
    private final byte[] next =
            BundleWriter.of(factory).withModelVersion(NEXT_VERSION).signedBy(SIGNER.getPrivate(), 1);
    private NativeNode node;
    private long boot;
    private long downlinks;
    private long now = 1_793_000_000_000L;

    @BeforeEach
    void start() {
        node = new NativeNode(configuration(), flash());
    }

    @AfterEach
    void stop() {
        node.close();
    }

    @Test
    void aNodeTakesAModelRestartsWithItAndConfirmsIt() {
        feel(6);
        assertThat(statusOf(said()))
                .map(Status::modelVersion)
                .get()
                .satisfies(v -> assertThat(v).hasValue(2));
        hear(offer(next, 1));
        assertThat(transfer(next, 1, Integer.MAX_VALUE)).isEqualTo(Slot.STAGED);
        assertThat(node.restartWanted()).isFalse();
        feel(1);
        assertThat(node.restartWanted()).isTrue();
        restart(false);
        feel(2);
        List<FrameBody> afterRestart = said();
        assertThat(lastState(afterRestart)).contains(Slot.TRIAL);
        assertThat(statusOf(afterRestart)).get().satisfies(status -> {
            assertThat(status.modelVersion()).hasValue(NEXT_VERSION);
            assertThat(status.bundleDigest()).contains(Octets.ofRange(sha256(next), 0, 8));
        });
        feel(8 + HEALTHY_WINDOWS);
        assertThat(lastState(said())).contains(Slot.CONFIRMED);
        hear(offer(next, 2));
        assertThat(lastState(said())).as("offered again").contains(Slot.CONFIRMED);
    }

    @Test
    void aTransferGoesOnAfterARestart() {
        feel(1);
        hear(offer(next, 1));
        transfer(next, 1, 3);
        restart(false);
        feel(1);
        hear(offer(next, 1));
        MissingFragments missing = missing(said()).orElseThrow();
        assertThat(missing.firstMissing()).isEqualTo(3);
        hear(offer(next, 1));
        assertThat(transfer(next, 1, Integer.MAX_VALUE)).isEqualTo(Slot.STAGED);
    }

    @Test
    void aFaultDuringTheTrialBringsTheOldModelBack() {
        feel(1);
        hear(offer(next, 1));
        transfer(next, 1, Integer.MAX_VALUE);
        restart(false);
        feel(1);
        restart(true);
        feel(1);
        List<FrameBody> frames = said();
        assertThat(lastState(frames)).contains(Slot.BAD);
        assertThat(lastReason(frames)).contains((long) UpdateReason.TRIAL_FAILED.number());
        assertThat(statusOf(frames))
                .map(Status::modelVersion)
                .get()
                .satisfies(v -> assertThat(v).hasValue(2));
    }

    @Test
    void aModelOfAnotherSignerIsRefused() {
        byte[] foreign = BundleWriter.of(next).signedBy(keyPair().getPrivate(), 1);
        feel(1);
        hear(offer(foreign, 1));
        assertThat(transfer(foreign, 1, Integer.MAX_VALUE)).isEqualTo(Slot.BAD);
        byte[] unsigned = BundleWriter.of(next).unsigned();
        hear(offer(unsigned, 2));
        assertThat(transfer(unsigned, 2, Integer.MAX_VALUE)).isEqualTo(Slot.BAD);
    }

    @Test
    void aCancelledTransferIsGivenUp() {
        feel(1);
        hear(offer(next, 1));
        transfer(next, 1, 2);
        hear(new Command(Command.CANCEL_UPDATE, 0));
        assertThat(lastReason(said())).contains((long) UpdateReason.CANCELLED.number());
        FragmentCodec fragments = new FragmentCodec(new FrameAuthenticator(KEY));
        assertThat(node.receive(fragments.encode(offer(next, 1), next, 3), now)).isEqualTo(Reception.NO_SUCH_UPDATE);
    }

    @Test
    void aFlashOfAnotherSizeIsRefusedInASentence() throws Exception {
        Path file = folder.resolve("other");
        Files.write(file, new byte[100]);
        ModelFlash other = new ModelFlash(file, factory, List.of(), false);
        assertThatExceptionOfType(IllegalArgumentException.class)
                .isThrownBy(() -> new NativeNode(configuration(), other))
                .withMessageContaining("100 bytes");
    }

    private NodeConfiguration configuration() {
        boot++;
        return SmallNode.configuration(boot);
    }

    private ModelFlash flash() {
        BundleSigner signer = new BundleSigner(1, point((ECPublicKey) SIGNER.getPublic()));
        return new ModelFlash(folder.resolve("flash"), factory, List.of(signer), false);
    }

    private void restart(boolean afterFault) {
        byte[] snapshot = node.snapshot();
        node.close();
        node = new NativeNode(configuration(), flash().afterFault(afterFault));
        node.restore(snapshot);
    }

    /** Sends at most so many fragments of what the node lacks; returns the state that it tells at last. */
    private Slot transfer(byte[] bundle, long update, int most) {
        FragmentCodec fragments = new FragmentCodec(new FrameAuthenticator(KEY));
        ModelOffer offer = offer(bundle, update);
        List<FrameBody> frames = said();
        int left = most;
        while (left > 0 && missing(frames).isPresent()) {
            for (int index : missing(frames).orElseThrow().indices()) {
                if (left-- > 0) {
                    assertThat(node.receive(fragments.encode(offer, bundle, index), now))
                            .isEqualTo(Reception.ACCEPTED);
                }
            }
            if (left > 0) {
                hear(offer);
            }
            frames = said();
        }
        return lastState(frames).orElse(Slot.EMPTY);
    }

    private static ModelOffer offer(byte[] bundle, long update) {
        return new ModelOffer(update, 7, NEXT_VERSION, bundle.length, Octets.of(sha256(bundle)), 40, HEALTHY_WINDOWS);
    }

    private void hear(FrameBody body) {
        Frame frame = Frame.of(new FrameIdentity(SmallNode.NODE, 1000, downlinks++), Instant.ofEpochMilli(now), body);
        assertThat(node.receive(codec.encode(frame, new FrameAuthenticator(KEY)), now))
                .isEqualTo(Reception.ACCEPTED);
    }

    /** Windows of a machine that runs evenly. */
    private void feel(int windows) {
        java.util.Random random = new java.util.Random(boot);
        for (int window = 0; window < windows; window++) {
            short[] samples = new short[SmallBundles.WINDOW];
            for (int i = 0; i < samples.length; i++) {
                samples[i] = (short) (100 * random.nextGaussian());
            }
            now += 100;
            node.samples(samples, now);
        }
    }

    private List<FrameBody> said() {
        List<FrameBody> bodies = new ArrayList<>();
        for (Optional<byte[]> frame = node.nextFrame(now); frame.isPresent(); frame = node.nextFrame(now)) {
            try {
                bodies.add(codec.decode(frame.get()).body());
            } catch (FrameException broken) {
                throw new AssertionError(HexFormat.of().formatHex(frame.get()), broken);
            }
            node.delivered(frame.get());
        }
        return bodies;
    }

    private static Stream<UpdateState> states(List<FrameBody> frames) {
        return frames.stream().filter(UpdateState.class::isInstance).map(UpdateState.class::cast);
    }

    private static Optional<Slot> lastState(List<FrameBody> frames) {
        return states(frames).map(UpdateState::state).reduce((earlier, later) -> later);
    }

    private static Optional<Long> lastReason(List<FrameBody> frames) {
        return states(frames).map(state -> state.reason().orElse(0)).reduce((earlier, later) -> later);
    }

    private static Optional<Status> statusOf(List<FrameBody> frames) {
        return frames.stream()
                .filter(Status.class::isInstance)
                .map(Status.class::cast)
                .reduce((earlier, later) -> later);
    }

    private static Optional<MissingFragments> missing(List<FrameBody> frames) {
        return frames.stream()
                .filter(MissingFragments.class::isInstance)
                .map(MissingFragments.class::cast)
                .reduce((earlier, later) -> later);
    }

    private static byte[] sha256(byte[] bytes) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(bytes);
        } catch (java.security.NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    private static KeyPair keyPair() {
        try {
            KeyPairGenerator generator = KeyPairGenerator.getInstance("EC");
            generator.initialize(new ECGenParameterSpec("secp256r1"));
            return generator.generateKeyPair();
        } catch (java.security.GeneralSecurityException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    /** The encoded key ends in the point. */
    private static byte[] point(ECPublicKey key) {
        byte[] encoded = key.getEncoded();
        return Arrays.copyOfRange(encoded, encoded.length - 65, encoded.length);
    }
}
