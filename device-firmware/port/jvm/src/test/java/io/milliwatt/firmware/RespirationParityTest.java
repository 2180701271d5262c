package io.milliwatt.firmware;

import static java.lang.foreign.ValueLayout.ADDRESS;
import static java.lang.foreign.ValueLayout.JAVA_BOOLEAN;
import static java.lang.foreign.ValueLayout.JAVA_INT;
import static org.assertj.core.api.Assertions.assertThat;

import io.milliwatt.dsp.fixedpoint.heart.RespirationRate;
import java.lang.foreign.Arena;
import java.lang.foreign.FunctionDescriptor;
import java.lang.foreign.MemorySegment;
import java.lang.invoke.MethodHandle;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

/** Breaths of random depth and pace, ectopic beats and gaps: the same rate after every beat. */
class RespirationParityTest {

    private static final MethodHandle ACCEPT = FirmwareLibrary.function(
            "mw_respiration_accept", FunctionDescriptor.ofVoid(ADDRESS, JAVA_INT, JAVA_INT, JAVA_INT, JAVA_BOOLEAN));
    private static final MethodHandle FORGET =
            FirmwareLibrary.function("mw_respiration_forget", FunctionDescriptor.ofVoid(ADDRESS));
    private static final MethodHandle RATE = FirmwareLibrary.function(
            "mw_respiration_per_minute_times_10", FunctionDescriptor.of(JAVA_INT, ADDRESS, JAVA_INT));

    @Test
    void randomBreathsHaveTheSameRate() throws Throwable {
        int known = 0;
        for (int seed = 0; seed < 60; seed++) {
            SplittableRandom random = new SplittableRandom(seed);
            int rateHz = random.nextInt(100, 1_001);
            RespirationRate inJava = new RespirationRate(rateHz);
            try (Arena arena = Arena.ofConfined()) {
                MemorySegment inC = arena.allocate(512, 4);
                double pace = random.nextDouble(0.05, 0.7);
                double depth = random.nextDouble(0.3);
                int qrs = 1 << random.nextInt(2, 30);
                double seconds = random.nextDouble(5);
                for (int beat = 0; beat < 400; beat++) {
                    double breath = Math.sin(2 * Math.PI * pace * seconds);
                    long sample = Math.round(seconds * rateHz);
                    int size = 1 + (int) (qrs * (0.6 + depth * breath) * random.nextDouble(0.9, 1.0));
                    boolean ectopic = random.nextInt(20) == 0;
                    inJava.accept(sample, size, ectopic);
                    ACCEPT.invokeExact(inC, rateHz, (int) sample, size, ectopic);
                    if (random.nextInt(300) == 0) {
                        inJava.forget();
                        FORGET.invokeExact(inC);
                    }
                    assertThat((int) RATE.invokeExact(inC, rateHz))
                            .as("seed %d", seed)
                            .isEqualTo(inJava.perMinuteTimes10());
                    known += inJava.perMinuteTimes10() > 0 ? 1 : 0;
                    boolean gap = random.nextInt(150) == 0;
                    seconds += random.nextInt(200) == 0 ? 0 : gap ? 3.5 : 0.7 + depth * breath * random.nextDouble();
                }
            }
        }
        assertThat(known).isPositive();
    }
}
