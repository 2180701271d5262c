package io.milliwatt.firmware;

import static java.lang.foreign.ValueLayout.ADDRESS;
import static java.lang.foreign.ValueLayout.JAVA_BYTE;
import static java.lang.foreign.ValueLayout.JAVA_INT;
import static java.lang.foreign.ValueLayout.JAVA_LONG;
import static java.lang.foreign.ValueLayout.JAVA_SHORT;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.milliwatt.runtime.bundle.Bundle;
import io.milliwatt.runtime.bundle.BundleWriter;
import io.milliwatt.runtime.bundle.MalformedBundleException;
import io.milliwatt.runtime.decision.BeatRule;
import io.milliwatt.runtime.heart.BeatDecision;
import io.milliwatt.runtime.heart.BeatJudgement;
import java.lang.foreign.Arena;
import java.lang.foreign.FunctionDescriptor;
import java.lang.foreign.MemorySegment;
import java.lang.invoke.MethodHandle;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.random.RandomGenerator;
import org.junit.jupiter.api.Test;

/** Decision rule 3 in Java and in the firmware, on beats of any kind. */
class BeatDecisionParityTest {

    private static final int FEATURES = 64;
    private static final int BEATS = 400;
    private static final int RULE_OFFSET = 16;

    private static final MethodHandle DECIDE = FirmwareLibrary.function(
            "mw_java_decide_beats",
            FunctionDescriptor.of(JAVA_INT, ADDRESS, JAVA_LONG, ADDRESS, ADDRESS, JAVA_INT, ADDRESS));

    @Test
    void anyRuleGivesAnyBeatTheSameClassAndConfidence() {
        int[] seen = new int[6];
        for (int seed = 0; seed < 300; seed++) {
            SplittableRandom random = new SplittableRandom(seed);
            BundleWriter writer = HeartBundles.judgedBy(rule(random), random.nextInt(65_536));
            short[] scores = new short[3 * BEATS];
            int[] features = new int[FEATURES * BEATS];
            int reach = 1 << random.nextInt(4, 16);
            for (int i = 0; i < scores.length; i++) {
                scores[i] = (short) random.nextInt(-reach, reach);
            }
            for (int i = 0; i < features.length; i++) {
                features[i] = random.nextInt(3) == 0 ? random.nextInt(-1, 3) : random.nextInt(-reach, reach);
            }
            List<BeatJudgement> inJava = inJava(Bundle.parse(writer.unsigned()), scores, features);
            assertThat(inC(writer.unsigned(), scores, features))
                    .as("rule of seed %d", seed)
                    .isEqualTo(inJava);
            inJava.forEach(judgement -> seen[judgement.beatClass()]++);
        }
        assertThat(seen[1]).isPositive();
        assertThat(seen[2]).isPositive();
        assertThat(seen[3]).isPositive();
        assertThat(seen[5]).isPositive();
    }

    @Test
    void bothRefuseTheSameNumbers() {
        byte[] bundle = HeartBundles.plain().unsigned();
        int at = decisionOffset(bundle) + RULE_OFFSET;
        int refused = 0;
        for (int offset = 0; offset < 28; offset++) {
            for (int value : new int[] {0, 1, 63, 64, 100, 101, 127, 128, 192, 255}) {
                byte[] changed = bundle.clone();
                changed[at + offset] = (byte) value;
                byte[] repaired = repaired(changed);
                boolean javaTakes = javaTakes(repaired);
                assertThat(nativeTakes(repaired))
                        .as("byte %d of the rule at %d", offset, value)
                        .isEqualTo(javaTakes);
                refused += javaTakes ? 0 : 1;
            }
        }
        assertThat(refused).isPositive();
    }

    @Test
    void windowsAreNotJudgedByARuleForBeats() {
        try (NativeModel model = new NativeModel(HeartBundles.plain().unsigned())) {
            assertThatExceptionOfType(FirmwareException.class).isThrownBy(() -> model.judge(new int[9], 0));
        }
    }

    /** With the checksum that belongs to it. */
    private static byte[] repaired(byte[] bundle) {
        java.nio.ByteBuffer bytes = java.nio.ByteBuffer.wrap(bundle).order(java.nio.ByteOrder.LITTLE_ENDIAN);
        java.util.zip.CRC32 checksum = new java.util.zip.CRC32();
        checksum.update(bundle, 0, 60);
        checksum.update(bundle, 64, bytes.getInt(52));
        bytes.putInt(60, (int) checksum.getValue());
        return bundle;
    }

    private static boolean javaTakes(byte[] bundle) {
        try {
            Bundle.parse(bundle);
            return true;
        } catch (MalformedBundleException refused) {
            return false;
        }
    }

    private static boolean nativeTakes(byte[] bundle) {
        try (NativeModel model = new NativeModel(bundle)) {
            return model.inputs() > 0;
        } catch (FirmwareException refused) {
            return false;
        }
    }

    private static int decisionOffset(byte[] bundle) {
        java.nio.ByteBuffer in = java.nio.ByteBuffer.wrap(bundle).order(java.nio.ByteOrder.LITTLE_ENDIAN);
        int at = 64;
        while (in.getShort(at) != 4) {
            at += 8 + (in.getInt(at + 4) + 3 & ~3);
        }
        return at + 8;
    }

    private static BeatRule rule(RandomGenerator random) {
        int reach = 1 << random.nextInt(1, 14);
        return new BeatRule(
                new BeatRule.Inputs(
                        random.nextInt(FEATURES),
                        random.nextInt(FEATURES),
                        random.nextInt(FEATURES),
                        random.nextInt(FEATURES),
                        random.nextInt(FEATURES),
                        random.nextInt(FEATURES)),
                random.nextInt(-reach, reach),
                random.nextInt(-reach, reach),
                random.nextInt(-reach, reach),
                random.nextInt(-reach, reach),
                random.nextInt(-reach, reach),
                random.nextInt(-reach, reach),
                random.nextInt(-reach, reach),
                random.nextInt(-reach, 16_384),
                random.nextInt(257),
                random.nextInt(257),
                random.nextInt(101));
    }

    private static List<BeatJudgement> inJava(Bundle bundle, short[] scores, int[] features) {
        BeatDecision decision =
                new BeatDecision(HeartBundles.ruleOf(bundle), bundle.model().scale());
        List<BeatJudgement> judgements = new ArrayList<>();
        for (int beat = 0; beat < BEATS; beat++) {
            short[] own = new short[FEATURES];
            for (int i = 0; i < FEATURES; i++) {
                own[i] = (short) features[beat * FEATURES + i];
            }
            judgements.add(decision.decide(
                    new short[] {scores[3 * beat], scores[3 * beat + 1], scores[3 * beat + 2]}, own, beat % 3 == 0));
        }
        return judgements;
    }

    private static List<BeatJudgement> inC(byte[] bundle, short[] scores, int[] features) {
        try (Arena arena = Arena.ofConfined()) {
            MemorySegment told = arena.allocate(4L * BEATS);
            int result = (int) DECIDE.invokeExact(
                    arena.allocateFrom(JAVA_BYTE, bundle),
                    (long) bundle.length,
                    arena.allocateFrom(JAVA_SHORT, scores),
                    arena.allocateFrom(JAVA_INT, features),
                    BEATS,
                    told);
            assertThat(result).isZero();
            List<BeatJudgement> judgements = new ArrayList<>();
            for (int beat = 0; beat < BEATS; beat++) {
                byte[] row = told.asSlice(4L * beat, 4).toArray(JAVA_BYTE);
                judgements.add(new BeatJudgement(row[0], Byte.toUnsignedInt(row[1]), row[2] != 0));
            }
            return judgements;
        } catch (Throwable thrown) {
            throw NodeFunctions.failed(thrown);
        }
    }
}
