package io.milliwatt.firmware;

import static java.lang.foreign.ValueLayout.ADDRESS;
import static java.lang.foreign.ValueLayout.JAVA_INT;
import static org.assertj.core.api.Assertions.assertThat;

import io.milliwatt.dsp.fixedpoint.heart.BeatClass;
import io.milliwatt.dsp.fixedpoint.heart.Fibrillation;
import io.milliwatt.dsp.fixedpoint.heart.HeartRate;
import io.milliwatt.dsp.fixedpoint.heart.RhythmClass;
import io.milliwatt.dsp.fixedpoint.heart.RhythmEvent;
import io.milliwatt.dsp.fixedpoint.heart.RhythmLimits;
import io.milliwatt.dsp.fixedpoint.heart.RhythmRules;
import io.milliwatt.dsp.fixedpoint.heart.RhythmSignal;
import java.lang.foreign.Arena;
import java.lang.foreign.FunctionDescriptor;
import java.lang.foreign.MemorySegment;
import java.lang.invoke.MethodHandle;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

/** Random hearts, random signals and random limits: both tell the same events, one by one. */
class RhythmParityTest {

    private static final MethodHandle ACCEPT =
            FirmwareLibrary.function("mw_heart_rate_accept", FunctionDescriptor.ofVoid(ADDRESS, JAVA_INT));
    private static final MethodHandle FORGET =
            FirmwareLibrary.function("mw_heart_rate_forget", FunctionDescriptor.ofVoid(ADDRESS));
    private static final MethodHandle RATE = FirmwareLibrary.function(
            "mw_heart_rate_per_minute_times_10", FunctionDescriptor.of(JAVA_INT, ADDRESS, JAVA_INT, JAVA_INT));
    private static final MethodHandle INTERVAL =
            FirmwareLibrary.function("mw_heart_rate_last_interval", FunctionDescriptor.of(JAVA_INT, ADDRESS, JAVA_INT));

    @Test
    void randomHeartsGiveTheSameEvents() throws Throwable {
        Set<RhythmClass> told = EnumSet.noneOf(RhythmClass.class);
        for (int seed = 0; seed < 300; seed++) {
            SplittableRandom random = new SplittableRandom(seed);
            RhythmLimits limits = limits(random);
            RhythmRules inJava = new RhythmRules(limits);
            try (NativeRhythm inC = new NativeRhythm(limits)) {
                long now = 0;
                for (int step = 0; step < 2_000; step++) {
                    List<RhythmEvent> expected;
                    List<RhythmEvent> actual;
                    if (random.nextInt(4) == 0) {
                        RhythmSignal signal = signal(random, now);
                        expected = inJava.advance(signal);
                        actual = inC.advance(signal);
                    } else {
                        now += interval(random, limits.sampleRateHz(), step);
                        BeatClass beatClass = beatClass(random, step);
                        boolean certain = random.nextInt(20) > 0;
                        List<RhythmEvent> detected = inJava.detected(now);
                        assertThat(inC.detected(now)).as("seed %d", seed).isEqualTo(detected);
                        detected.forEach(event -> told.add(event.rhythm()));
                        expected = inJava.classed(now, beatClass, certain);
                        actual = inC.classed(now, beatClass, certain);
                    }
                    assertThat(actual).as("seed %d, step %d", seed, step).isEqualTo(expected);
                    expected.forEach(event -> told.add(event.rhythm()));
                }
                assertThat(inC.ventricularSharePermille()).isEqualTo(inJava.ventricularSharePermille());
            }
        }
        assertThat(told).hasSize(RhythmClass.values().length);
    }

    private static RhythmLimits limits(SplittableRandom random) {
        int bradycardia = random.nextInt(30, 121);
        return new RhythmLimits(
                random.nextInt(100, 1_001),
                random.nextInt(1_500, 4_001),
                bradycardia,
                random.nextInt(Math.max(60, bradycardia + 1), 301),
                random.nextInt(1, 31));
    }

    /** The state changes seldom, so that rhythms have time to last. */
    private static RhythmSignal signal(SplittableRandom random, long now) {
        RhythmSignal.State state = random.nextInt(40) > 0
                ? RhythmSignal.State.GOOD
                : RhythmSignal.State.values()[random.nextInt(RhythmSignal.State.values().length)];
        return new RhythmSignal(now + random.nextInt(100), state, fibrillation(random, now), fibrillation(random, now));
    }

    private static Fibrillation fibrillation(SplittableRandom random, long now) {
        long since = Math.max(0, now - random.nextInt(9_000));
        return new Fibrillation(random.nextInt(3) == 0, since, random.nextInt(100), now);
    }

    /** Slow, fast and irregular stretches of 100 steps, now and then a pause, or a beat that is no later. */
    private static int interval(SplittableRandom random, int rateHz, int step) {
        int millis = switch (random.nextInt(60)) {
            case 0 -> random.nextInt(1_000, 9_000);
            case 1 -> random.nextInt(-200, 400);
            default -> new int[] {380, 550, 700, 900, 1_600}[step / 100 % 5] + random.nextInt(-60, 60);
        };
        return millis * rateHz / 1_000;
    }

    private static BeatClass beatClass(SplittableRandom random, int step) {
        String pattern = new String[] {"N", "NV", "NNV", "VVVVVVVVVVVVNN", "NNVVNVVVN", "NSSSN"}[step / 77 % 6];
        char letter =
                random.nextInt(15) == 0 ? "NSVFQ".charAt(random.nextInt(5)) : pattern.charAt(step % pattern.length());
        return BeatClass.of("NSVFQ".indexOf(letter) + 1).orElseThrow();
    }

    @Test
    void randomIntervalsShowTheSameHeartRate() throws Throwable {
        for (int seed = 0; seed < 100; seed++) {
            SplittableRandom random = new SplittableRandom(seed);
            int rateHz = random.nextInt(100, 1_001);
            HeartRate inJava = new HeartRate(rateHz);
            try (Arena arena = Arena.ofConfined()) {
                MemorySegment inC = arena.allocate(256, 4);
                long now = 0;
                for (int step = 0; step < 1_000; step++) {
                    if (random.nextInt(200) == 0) {
                        inJava.forget();
                        FORGET.invokeExact(inC);
                    }
                    now = Math.max(0, now + interval(random, rateHz, step));
                    inJava.accept(now);
                    ACCEPT.invokeExact(inC, (int) now);
                    long at = now + random.nextInt(5 * rateHz);
                    assertThat((int) RATE.invokeExact(inC, rateHz, (int) at)).isEqualTo(inJava.perMinuteTimes10(at));
                    assertThat((int) INTERVAL.invokeExact(inC, rateHz)).isEqualTo(inJava.lastIntervalMillis());
                }
            }
        }
    }
}
