package io.milliwatt.dsp.fixedpoint.heart;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.SplittableRandom;
import java.util.function.IntUnaryOperator;
import org.junit.jupiter.api.Test;

class AtrialFibrillationTest {

    private static final int RATE_HZ = 250;

    private final AtrialFibrillation atria = new AtrialFibrillation();
    private final SplittableRandom random = new SplittableRandom(3);
    private long now;

    private AtrialFibrillation.State beats(int count, IntUnaryOperator intervalMillis, int everyEctopic) {
        for (int i = 0; i < count; i++) {
            now += Math.round(intervalMillis.applyAsInt(i) * RATE_HZ / 1_000.0);
            atria.accept(now, everyEctopic > 0 && i % everyEctopic == 0);
        }
        return atria.state();
    }

    private int irregular(int number) {
        return 450 + random.nextInt(500);
    }

    @Test
    void aSinusRhythmIsNone() {
        assertThat(beats(200, _ -> 800 + random.nextInt(-10, 10), 0)).isEqualTo(AtrialFibrillation.State.NO);
        assertThat(atria.episode().stands()).isFalse();
    }

    /** Respiration moves the intervals far, but along a line. */
    @Test
    void aHeartThatBreathesIsNone() {
        assertThat(beats(300, i -> 850 + (int) (90 * Math.sin(i / 2.5)), 0)).isEqualTo(AtrialFibrillation.State.NO);
    }

    @Test
    void anEpisodeBeginsAndEndsWhereItDoes() {
        beats(200, _ -> 800, 0);
        long onset = now;
        assertThat(beats(200, this::irregular, 0)).isEqualTo(AtrialFibrillation.State.YES);
        Fibrillation episode = atria.episode();
        assertThat(episode.stands()).isTrue();
        assertThat(episode.sinceSample()).isBetween(onset - 25 * RATE_HZ, onset + 25 * RATE_HZ);
        assertThat(episode.beats()).isBetween(165L, 240L);
        long end = now;
        assertThat(beats(200, _ -> 800, 0)).isEqualTo(AtrialFibrillation.State.NO);
        assertThat(atria.episode().stands()).isFalse();
        assertThat(atria.episode().sinceSample()).isBetween(end - 25 * RATE_HZ, end + 25 * RATE_HZ);
    }

    @Test
    void ectopicBeatsLeaveTheStateUnknown() {
        IntUnaryOperator bigeminy = i -> i % 2 == 0 ? 500 + random.nextInt(80) : 1_100 + random.nextInt(80);
        assertThat(beats(200, bigeminy, 2)).isEqualTo(AtrialFibrillation.State.UNKNOWN);
        assertThat(atria.episode().stands()).isFalse();
    }

    @Test
    void anEpisodeGoesOnThroughAShortDoubt() {
        beats(200, this::irregular, 0);
        long since = atria.episode().sinceSample();
        assertThat(beats(66, this::irregular, 2)).isEqualTo(AtrialFibrillation.State.UNKNOWN);
        assertThat(atria.episode().stands()).isTrue();
        assertThat(beats(66, this::irregular, 0)).isEqualTo(AtrialFibrillation.State.YES);
        assertThat(atria.episode().sinceSample()).isEqualTo(since);
    }

    @Test
    void aLostSignalEndsAnEpisodeAndLeavesNothingKnown() {
        beats(200, this::irregular, 0);
        atria.forget();
        assertThat(atria.episode()).isEqualTo(new Fibrillation(false, now, 1, now));
        assertThat(beats(30, this::irregular, 0)).isEqualTo(AtrialFibrillation.State.UNKNOWN);
    }

    @Test
    void aGapOfManySecondsStartsAnew() {
        beats(200, this::irregular, 0);
        now += 40_000;
        assertThat(beats(1, this::irregular, 0)).isEqualTo(AtrialFibrillation.State.UNKNOWN);
        assertThat(atria.episode().stands()).isFalse();
    }
}
