package io.milliwatt.firmware;

import static java.lang.foreign.ValueLayout.ADDRESS;
import static java.lang.foreign.ValueLayout.JAVA_BOOLEAN;
import static java.lang.foreign.ValueLayout.JAVA_BYTE;
import static java.lang.foreign.ValueLayout.JAVA_INT;
import static org.assertj.core.api.Assertions.assertThat;

import io.milliwatt.dsp.fixedpoint.heart.AtrialFibrillation;
import io.milliwatt.dsp.fixedpoint.heart.Fibrillation;
import java.lang.foreign.Arena;
import java.lang.foreign.FunctionDescriptor;
import java.lang.foreign.MemorySegment;
import java.lang.invoke.MethodHandle;
import java.util.EnumSet;
import java.util.Set;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

/** Regular, irregular and ectopic stretches in turn: the same state and the same episode after every beat. */
class AtrialParityTest {

    private static final MethodHandle ACCEPT =
            FirmwareLibrary.function("mw_atrial_accept", FunctionDescriptor.ofVoid(ADDRESS, JAVA_INT, JAVA_BOOLEAN));
    private static final MethodHandle FORGET =
            FirmwareLibrary.function("mw_atrial_forget", FunctionDescriptor.ofVoid(ADDRESS));
    private static final MethodHandle STATE =
            FirmwareLibrary.function("mw_atrial_state", FunctionDescriptor.of(JAVA_INT, ADDRESS));

    /** Of {@code struct mw_atrial}: three words, 66 intervals, then count, at, started, ectopic, episode. */
    private static final long EPISODE_OFFSET = 12 + 2 * 66 + 4;

    @Test
    void randomHeartsHaveTheSameStateAfterEveryBeat() throws Throwable {
        Set<AtrialFibrillation.State> states = EnumSet.noneOf(AtrialFibrillation.State.class);
        int episodes = 0;
        for (int seed = 0; seed < 100; seed++) {
            SplittableRandom random = new SplittableRandom(seed);
            int rateHz = random.nextInt(100, 1_001);
            AtrialFibrillation inJava = new AtrialFibrillation();
            try (Arena arena = Arena.ofConfined()) {
                MemorySegment inC = arena.allocate(256, 8);
                long now = random.nextInt(1_000);
                for (int beat = 0; beat < 1_500; beat++) {
                    int spread = beat / 150 % 3 == 0 ? 10 : random.nextInt(10, 600);
                    int millis = random.nextInt(700) == 0 ? 70_000 : 500 + random.nextInt(spread);
                    now += random.nextInt(300) == 0 ? -1 : 1 + (long) millis * rateHz / 1_000;
                    boolean ectopic = random.nextInt(beat / 100 % 4 == 0 ? 3 : 25) == 0;
                    if (random.nextInt(900) == 0) {
                        inJava.forget();
                        FORGET.invokeExact(inC);
                    }
                    inJava.accept(now, ectopic);
                    ACCEPT.invokeExact(inC, (int) now, ectopic);
                    assertThat((int) STATE.invokeExact(inC))
                            .as("seed %d", seed)
                            .isEqualTo(inJava.state().ordinal());
                    assertThat(episode(inC)).as("seed %d", seed).isEqualTo(inJava.episode());
                    states.add(inJava.state());
                    episodes += inJava.episode().stands() ? 1 : 0;
                }
            }
        }
        assertThat(states).hasSize(3);
        assertThat(episodes).isBetween(10_000, 140_000);
    }

    private static Fibrillation episode(MemorySegment state) {
        return new Fibrillation(
                state.get(JAVA_BYTE, EPISODE_OFFSET) != 0,
                state.getAtIndex(JAVA_INT, 1),
                state.getAtIndex(JAVA_INT, 2),
                state.getAtIndex(JAVA_INT, 0));
    }
}
