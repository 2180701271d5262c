package io.milliwatt.firmware;

import static org.assertj.core.api.Assertions.assertThat;

import io.milliwatt.dsp.fixedpoint.recipe.FeatureVector;
import io.milliwatt.dsp.fixedpoint.recipe.Recipe;
import io.milliwatt.runtime.bundle.Bundle;
import io.milliwatt.runtime.bundle.MalformedBundleException;
import io.milliwatt.telemetry.Acknowledgement;
import io.milliwatt.telemetry.Command;
import io.milliwatt.telemetry.Frame;
import io.milliwatt.telemetry.ModelOffer;
import io.milliwatt.telemetry.authentication.FrameAuthenticator;
import io.milliwatt.telemetry.authentication.NodeKey;
import io.milliwatt.telemetry.encoding.FrameCodec;
import io.milliwatt.telemetry.encoding.FrameException;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.SplittableRandom;
import java.util.random.RandomGenerator;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/**
 * One corpus of damaged bundles, recipes and frames for Java and C: what one accepts the other accepts, and both give the
 * same bytes. {@code -Dmilliwatt.fuzz.rounds=N} makes it longer, {@code -Dmilliwatt.fuzz.seed=N} another.
 */
class DifferentialFuzzTest {

    private static final int ROUNDS = Integer.getInteger("milliwatt.fuzz.rounds", 30_000);
    private static final long SEED = Long.getLong("milliwatt.fuzz.seed", 20261123L);
    private static final Path VECTORS = Path.of("../../contract/vectors");
    private static final byte[] KEY = new byte[NodeKey.BYTES];
    private static final FrameAuthenticator AUTHENTICATOR = new FrameAuthenticator(NodeKey.of(KEY));
    private static final FrameCodec CODEC = new FrameCodec();
    private static final int LONGEST_WINDOW = 2_000;

    private static List<byte[]> files(String suffix) throws IOException {
        List<byte[]> found = new ArrayList<>();
        try (Stream<Path> files = Files.list(VECTORS)) {
            for (Path file : files.filter(each -> each.toString().endsWith(suffix))
                    .sorted()
                    .toList()) {
                found.add(Files.readAllBytes(file));
            }
        }
        return found;
    }

    private static AssertionError difference(String what, int round, byte[] input) {
        return new AssertionError(what + " Seed " + SEED + ", round " + round + ": "
                + HexFormat.of().formatHex(input));
    }

    @Test
    void bundlesAreAcceptedAndScoredAlike() throws IOException {
        SplittableRandom random = new SplittableRandom(SEED);
        List<byte[]> seeds = new ArrayList<>(files(".mwm"));
        Random models = new Random(SEED);
        for (int kind : new int[] {1, 2, 3, 5, 6, 7}) {
            seeds.add(SmallBundles.highestScore(new RandomModel(models, 3, 2).ofKind(kind), models)
                    .withAntiRollbackCounter(5)
                    .unsigned());
        }
        RandomNetwork networks = new RandomNetwork(models);
        for (int index = 0; index < 8; index++) {
            seeds.add(SmallBundles.ofNetwork(networks.next(64), models).unsigned());
        }
        Mutation mutation = new Mutation(random, seeds);
        int accepted = 0;
        for (int round = 0; round < ROUNDS; round++) {
            byte[] file = RepairedBundle.of(mutation.next(), random);
            Optional<String> refusal = Optional.empty();
            Bundle bundle = null;
            try {
                bundle = Bundle.parse(file);
            } catch (MalformedBundleException refused) {
                refusal = Optional.of(refused.getMessage());
            }
            try (NativeModel firmware = new NativeModel(file)) {
                // The firmware never shows labels: that they are UTF-8 is the one rule that only Java checks.
                if (bundle == null) {
                    if (!refusal.orElseThrow().contains("UTF-8")) {
                        throw difference("Only C accepts; Java: " + refusal.orElseThrow(), round, file);
                    }
                    continue;
                }
                accepted++;
                if (!sameAnswers(bundle, firmware, random)) {
                    throw difference("Scores or verdicts differ.", round, file);
                }
            } catch (FirmwareException refused) {
                if (bundle != null) {
                    throw difference("Only Java accepts; C: " + refused.getMessage(), round, file);
                }
            }
        }
        assertThat(accepted).isGreaterThan(ROUNDS / 50);
    }

    private static boolean sameAnswers(Bundle bundle, NativeModel firmware, RandomGenerator random) {
        for (int index = 0; index < 3; index++) {
            short[] inputs = new short[firmware.inputs()];
            for (int input = 0; input < inputs.length; input++) {
                inputs[input] = (short) (random.nextInt() >> random.nextInt(16, 32));
            }
            short[] scores = bundle.model().model().score(inputs);
            if (!Arrays.equals(scores, firmware.score(inputs))
                    || !Arrays.equals(bundle.model().scale().probabilities(scores), firmware.probabilities(scores))) {
                return false;
            }
        }
        return true;
    }

    @Test
    void recipesAreAcceptedAndRunAlike() throws IOException {
        SplittableRandom random = new SplittableRandom(SEED + 1);
        List<byte[]> seeds = new ArrayList<>(files(".recipe"));
        for (int index = 0; index < 40; index++) {
            seeds.add(RandomRecipes.recipe(random).toBytes());
            seeds.add(RandomSpectrumRecipes.recipe(random).toBytes());
            seeds.add(RandomReadings.recipe(random).toBytes());
        }
        Mutation mutation = new Mutation(random, seeds);
        int accepted = 0;
        for (int round = 0; round < ROUNDS; round++) {
            byte[] section = withItsLength(mutation.next());
            Optional<Recipe> recipe = Optional.empty();
            String refusal = "";
            try {
                recipe = Optional.of(Recipe.parse(section));
            } catch (IllegalArgumentException refused) {
                refusal = refused.getMessage();
            }
            try {
                int state = NativeRecipe.stateBytes(section);
                if (recipe.isEmpty()) {
                    throw difference("Only C accepts; Java: " + refusal, round, section);
                }
                accepted++;
                if (state != recipe.get().stateBytes() || !sameFeatures(recipe.get(), round)) {
                    throw difference("The state's size or features differ.", round, section);
                }
            } catch (FirmwareException refused) {
                if (recipe.isPresent()) {
                    throw difference("Only Java accepts; C: " + refused.getMessage(), round, section);
                }
            }
        }
        assertThat(accepted).isGreaterThan(ROUNDS / 50);
    }

    private static byte[] withItsLength(byte[] section) {
        if (section.length >= 20) {
            ByteBuffer.wrap(section).order(ByteOrder.LITTLE_ENDIAN).putInt(16, section.length);
        }
        return section;
    }

    private static boolean sameFeatures(Recipe recipe, int round) {
        if (recipe.windowLength() > LONGEST_WINDOW) {
            return true;
        }
        SplittableRandom random = new SplittableRandom(round);
        var sensor = RandomRecipes.sensor(random);
        short[] samples = RecipeParityTest.signal(random, 3 * recipe.windowLength());
        int speed = random.nextInt(1 << random.nextInt(1, 20));
        List<FeatureVector> java = RecipeParityTest.inJava(recipe, sensor, speed, samples, random);
        return java.equals(RecipeParityTest.inC(recipe, sensor, speed, samples, random));
    }

    @Test
    void framesToANodeAreReadAlike() throws IOException {
        SplittableRandom random = new SplittableRandom(SEED + 2);
        Mutation mutation = new Mutation(random, files(".cbor"));
        int understood = 0;
        for (int round = 0; round < ROUNDS; round++) {
            byte[] frame = authentic(mutation.next());
            List<Long> java = List.of();
            boolean accepted = false;
            long node = 4711;
            String refusal = "";
            try {
                Frame read = CODEC.decode(frame);
                node = read.node();
                accepted = true;
                java = numbers(read);
            } catch (FrameException refused) {
                refusal = refused.getMessage();
            }
            NativeDownlink.Read c = NativeDownlink.read(frame, node, KEY);
            boolean strictNode = accepted && c.code() == NativeDownlink.FORMAT && holdsWhatNodesRefuse(frame);
            if (!java.equals(c.numbers()) && !strictNode) {
                throw difference("Java reads " + java + " (" + refusal + "), C " + c + ".", round, frame);
            }
            if (!accepted && c.code() == 0) {
                throw difference("Only C accepts; Java: " + refusal, round, frame);
            }
            understood += c.code() == 0 ? 1 : 0;
        }
        assertThat(understood).isGreaterThan(ROUNDS / 100);
    }

    /** A tag, a floating-point number or a simple value somewhere; the frame is well-formed. */
    private static boolean holdsWhatNodesRefuse(byte[] frame) {
        for (int at = 0; at < frame.length; ) {
            int major = (frame[at] & 0xFF) >> 5;
            if (major > 5) {
                return true;
            }
            int information = frame[at] & 0x1F;
            int more = information < 24 ? 0 : 1 << information - 24;
            long argument = information;
            for (int index = 1; index <= more; index++) {
                argument = (index == 1 ? 0 : argument << 8) | frame[at + index] & 0xFF;
            }
            at += 1 + more + (major == 2 || major == 3 ? (int) argument : 0);
        }
        return false;
    }

    private static byte[] authentic(byte[] frame) {
        int signed = frame.length - FrameAuthenticator.TRAILER_BYTES;
        if (signed > 0) {
            System.arraycopy(
                    AUTHENTICATOR.tag(frame, signed),
                    0,
                    frame,
                    frame.length - FrameAuthenticator.TAG_BYTES,
                    FrameAuthenticator.TAG_BYTES);
        }
        return frame;
    }

    /** As {@link NativeDownlink.Read}; empty for what a node does not act upon. */
    private static List<Long> numbers(Frame frame) {
        return switch (frame.body()) {
            case Acknowledgement body ->
                List.of(frame.boot(), frame.sequence(), body.boot(), body.sequence(), (long)
                        body.outcome().ordinal());
            case Command body -> List.of(frame.boot(), frame.sequence(), body.number(), body.argument());
            case ModelOffer body ->
                List.of(
                        frame.boot(),
                        frame.sequence(),
                        body.updateId(),
                        body.modelId(),
                        body.modelVersion(),
                        body.bundleBytes(),
                        digestWord(body, 0),
                        digestWord(body, 28),
                        (long) body.fragmentBytes(),
                        (long) body.healthyWindows());
            default -> List.of();
        };
    }

    private static long digestWord(ModelOffer offer, int at) {
        ByteBuffer digest = ByteBuffer.wrap(offer.bundleDigest().toByteArray()).order(ByteOrder.LITTLE_ENDIAN);
        return Integer.toUnsignedLong(digest.getInt(at));
    }
}
