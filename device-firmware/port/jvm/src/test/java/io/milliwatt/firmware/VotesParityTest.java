package io.milliwatt.firmware;

import static java.lang.foreign.ValueLayout.ADDRESS;
import static java.lang.foreign.ValueLayout.JAVA_BOOLEAN;
import static java.lang.foreign.ValueLayout.JAVA_BYTE;
import static java.lang.foreign.ValueLayout.JAVA_INT;
import static java.lang.foreign.ValueLayout.JAVA_LONG;
import static java.lang.foreign.ValueLayout.JAVA_SHORT;
import static org.assertj.core.api.Assertions.assertThat;

import io.milliwatt.runtime.bundle.Bundle;
import io.milliwatt.runtime.bundle.BundleWriter;
import io.milliwatt.runtime.decision.Decision;
import io.milliwatt.runtime.decision.EventVotes;
import io.milliwatt.runtime.decision.EventVotes.Event;
import io.milliwatt.runtime.decision.Judgement;
import io.milliwatt.runtime.decision.Voting;
import java.lang.foreign.Arena;
import java.lang.foreign.FunctionDescriptor;
import java.lang.foreign.MemorySegment;
import java.lang.invoke.MethodHandle;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** From verdicts to events: Java's votes and the firmware's, over every voting rule and long random histories. */
class VotesParityTest {

    private static final MethodHandle SIZE =
            FirmwareLibrary.function("mw_java_model_size", FunctionDescriptor.of(JAVA_LONG, ADDRESS, JAVA_LONG));
    private static final MethodHandle PARSE =
            FirmwareLibrary.function("mw_bundle_parse", FunctionDescriptor.of(JAVA_INT, ADDRESS, ADDRESS, JAVA_LONG));
    private static final MethodHandle COUNT = FirmwareLibrary.function(
            "mw_decision_count", FunctionDescriptor.of(JAVA_BOOLEAN, ADDRESS, ADDRESS, ADDRESS, ADDRESS));
    private static final int VOTES_BYTES = 64;
    private static final int WINDOWS = 1_500;

    @Test
    void javaAndTheFirmwareTellTheSameEvents() throws Throwable {
        Random random = new Random(20261127);
        int events = 0;
        for (int windows = 1; windows <= 16; windows++) {
            for (int raise = windows / 2 + 1; raise <= windows; raise++) {
                events += compare(new Voting(raise, windows, random.nextInt(raise)), random);
            }
        }
        assertThat(events).isGreaterThan(1_000);
    }

    private static int compare(Voting voting, Random random) throws Throwable {
        byte[] file = bundle(voting);
        try (Arena arena = Arena.ofConfined()) {
            MemorySegment bytes = arena.allocateFrom(JAVA_BYTE, file);
            MemorySegment bundle = arena.allocate((long) SIZE.invokeExact(bytes, (long) file.length), 8);
            assertThat((int) PARSE.invokeExact(bundle, bytes, (long) file.length))
                    .isZero();
            MemorySegment votes = arena.allocate(VOTES_BYTES, 4);
            MemorySegment change = arena.allocate(8, 4);
            EventVotes java = new EventVotes(voting);
            int verdict = 0;
            int events = 0;
            for (int window = 0; window < WINDOWS; window++) {
                verdict = random.nextInt(3) == 0 ? random.nextInt(5) : verdict;
                Judgement judgement = new Judgement(verdict, random.nextInt(256), random.nextInt(256));
                MemorySegment judged = arena.allocate(4, 4);
                judged.set(JAVA_SHORT, 0, (short) verdict);
                judged.set(JAVA_BYTE, 2, (byte) judgement.probability());
                judged.set(JAVA_BYTE, 3, (byte) judgement.evidence());
                boolean told = (boolean) COUNT.invokeExact(bundle, votes, judged, change);
                Optional<Event> expected = java.count(judgement);
                assertThat(told ? Optional.of(event(change)) : Optional.empty())
                        .as("%s, window %d", voting, window)
                        .isEqualTo(expected);
                events += told ? 1 : 0;
            }
            return events;
        }
    }

    private static Event event(MemorySegment change) {
        return new Event(
                Short.toUnsignedInt(change.get(JAVA_SHORT, 0)),
                Byte.toUnsignedInt(change.get(JAVA_BYTE, 2)),
                change.get(JAVA_BYTE, 4) != 0);
    }

    private static byte[] bundle(Voting voting) {
        Bundle small = Bundle.parse(SmallBundles.raceLines().unsigned());
        Decision decision = small.decision();
        return new BundleWriter(
                        small.identity(),
                        small.model(),
                        small.recipe(),
                        small.labels(),
                        new Decision(
                                decision.rule(),
                                voting,
                                decision.qualityMask(),
                                decision.probabilityFloor(),
                                decision.urgencies()),
                        small.vectors())
                .unsigned();
    }
}
