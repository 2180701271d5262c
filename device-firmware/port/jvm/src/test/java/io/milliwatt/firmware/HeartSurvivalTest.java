package io.milliwatt.firmware;

import static io.milliwatt.firmware.SyntheticHeart.beats;
import static io.milliwatt.firmware.SyntheticHeart.noise;
import static io.milliwatt.firmware.SyntheticHeart.sum;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.milliwatt.dsp.fixedpoint.heart.RhythmClass;
import io.milliwatt.dsp.fixedpoint.heart.RhythmSignal.State;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import java.util.function.DoubleUnaryOperator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What other monitors die of (notes of their users), and what IEC 60601-2-27 has one show. */
class HeartSurvivalTest {

    private static final int RATE_HZ = 360;

    private static final List<RhythmClass> OF_THE_HEART = Arrays.stream(RhythmClass.values())
            .filter(rhythm -> !rhythm.isTechnical())
            .toList();

    private final SplittableRandom random = new SplittableRandom(5);
    private final MonitoredHeart heart = new MonitoredHeart(RATE_HZ);
    private final DoubleUnaryOperator quiet = noise(random, 0.01);
    private final DoubleUnaryOperator normal = sum(beats(75), quiet);

    @ParameterizedTest
    @ValueSource(ints = {100, 125, 250, 360, 500, 1_000})
    void aCleanHeartRaisesNothing(int rateHz) {
        MonitoredHeart clean = new MonitoredHeart(rateHz).feed(120, normal);
        assertThat(clean.told()).isEmpty();
        assertThat(clean.perMinute()).isCloseTo(75, within(0.5));
        assertThat(clean.secondsOf(State.GOOD)).isEqualTo(113);
    }

    @Test
    void anInvertedLeadIsAHeartAsWell() {
        heart.feed(120, time -> -normal.applyAsDouble(time));
        assertThat(heart.told()).isEmpty();
        assertThat(heart.perMinute()).isCloseTo(75, within(0.5));
    }

    @ParameterizedTest
    @ValueSource(doubles = {0, 2.5, 200, -200})
    void aFlatLineAndARailAreALeadThatIsOff(double millivolt) {
        heart.feed(60, normal).feed(30, _ -> millivolt);
        assertThat(heart.told()).contains(RhythmClass.LEAD_OFF);
        assertThat(heart.state()).isEqualTo(State.LEAD_OFF);
        heart.feed(60, normal);
        assertThat(heart.state()).isEqualTo(State.GOOD);
        assertThat(heart.told()).doesNotContainAnyElementsOf(OF_THE_HEART);
        assertThat(heart.perMinute()).isCloseTo(75, within(0.5));
    }

    @Test
    void aFlatStartWaitsForTheHeart() {
        heart.feed(60, _ -> 0.0).feed(60, normal);
        assertThat(heart.told()).contains(RhythmClass.LEAD_OFF).doesNotContainAnyElementsOf(OF_THE_HEART);
        assertThat(heart.state()).isEqualTo(State.GOOD);
        assertThat(heart.perMinute()).isCloseTo(75, within(0.5));
    }

    @ParameterizedTest
    @ValueSource(doubles = {0.005, 0.01, 0.02})
    void aStoppedHeartIsAsystoleWithinSeconds(double noiseMillivolt) {
        heart.feed(60, normal).feed(60, noise(random, noiseMillivolt));
        assertThat(heart.told()).contains(RhythmClass.ASYSTOLE).doesNotContain(RhythmClass.LEAD_OFF);
        assertThat(heart.onsets().getFirst().sample()).isLessThan(67L * RATE_HZ);
        heart.feed(30, normal);
        assertThat(heart.perMinute()).isCloseTo(75, within(0.5));
    }

    @ParameterizedTest
    @CsvSource({"50, 1", "60, 1", "50, 0.5", "50, 3"})
    void humOfAStoppedHeartIsNoHeart(double hertz, double millivolt) {
        DoubleUnaryOperator hum = time -> millivolt * Math.sin(2 * Math.PI * hertz * time);
        heart.feed(60, normal).feed(60, sum(hum, quiet));
        assertThat(heart.told())
                .containsAnyOf(RhythmClass.POOR_SIGNAL, RhythmClass.ASYSTOLE)
                .doesNotContain(RhythmClass.TACHYCARDIA, RhythmClass.VENTRICULAR_FIBRILLATION);
        heart.feed(60, normal);
        assertThat(heart.state()).isEqualTo(State.GOOD);
    }

    @Test
    void humOverAHeartDoesNotHideIt() {
        DoubleUnaryOperator hum = time -> 0.1 * Math.sin(2 * Math.PI * 50 * time);
        heart.feed(120, sum(normal, hum));
        assertThat(heart.told()).isEmpty();
        assertThat(heart.perMinute()).isCloseTo(75, within(0.5));
    }

    @Test
    void noiseFromTheFirstSecondIsNoHeartAndTheHeartAfterItIs() {
        heart.feed(30, noise(random, 0.5));
        assertThat(heart.told()).containsExactly(RhythmClass.POOR_SIGNAL);
        heart.feed(60, normal);
        assertThat(heart.state()).isEqualTo(State.GOOD);
        assertThat(heart.perMinute()).isCloseTo(75, within(0.5));
        assertThat(heart.told()).containsExactly(RhythmClass.POOR_SIGNAL);
    }

    @Test
    void fiveMinutesOfMotionAreAPoorSignalAndNothingElse() {
        double[] motion = MotionNoise.of(300 * RATE_HZ, RATE_HZ, 3);
        heart.feed(60, normal);
        heart.feed(300, sum(normal, time -> 1.2 * motion[(int) Math.round(time * RATE_HZ)]));
        assertThat(heart.told()).containsExactly(RhythmClass.POOR_SIGNAL);
        assertThat(heart.secondsOf(State.CANNOT_TELL)).isGreaterThan(280);
        heart.feed(60, normal);
        assertThat(heart.state()).isEqualTo(State.GOOD);
        assertThat(heart.perMinute()).isCloseTo(75, within(0.5));
    }

    @Test
    void baselineWanderOfMillivoltsIsNothing() {
        heart.feed(120, sum(normal, time -> 2 * Math.sin(2 * Math.PI * 0.3 * time)));
        assertThat(heart.told()).isEmpty();
        assertThat(heart.perMinute()).isCloseTo(75, within(0.5));
    }

    @Test
    void tallTWavesAreNoBeats() {
        heart.feed(120, sum(beats(80, 1.2), quiet));
        assertThat(heart.perMinute()).isCloseTo(80, within(1.0));
        assertThat(heart.told()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(ints = {250, 360, 500, 1_000})
    void pacingSpikesInAsystoleAreNoBeats(int rateHz) {
        MonitoredHeart paced = new MonitoredHeart(rateHz).feed(60, normal);
        long before = paced.beats();
        paced.feed(30, sum(quiet, time -> Math.abs((time + 0.4) % 0.8 - 0.4) < 0.0009 ? 5 : 0));
        assertThat(paced.beats() - before).isLessThanOrEqualTo(1);
        assertThat(paced.spikes()).isBetween(36L, 39L);
        assertThat(paced.told()).contains(RhythmClass.ASYSTOLE);
    }

    @ParameterizedTest
    @ValueSource(ints = {125, 250, 360, 1_000})
    void fibrillationIsToldWithinTenSeconds(int rateHz) {
        MonitoredHeart fibrillating = new MonitoredHeart(rateHz).feed(60, normal);
        fibrillating.feed(20, sum(SyntheticHeart.fibrillation(), quiet));
        assertThat(fibrillating.told()).contains(RhythmClass.VENTRICULAR_FIBRILLATION);
        var onset = fibrillating.onsets().stream()
                .filter(event -> event.rhythm() == RhythmClass.VENTRICULAR_FIBRILLATION)
                .findFirst()
                .orElseThrow();
        assertThat(onset.sample()).isLessThan(70L * rateHz);
        assertThat(onset.onsetSample()).isBetween(58L * rateHz, 64L * rateHz);
    }

    /** Shapes after figures 3a to 3d of the standard: ventricular bigeminy and alternating rhythms. */
    @ParameterizedTest
    @CsvSource({"0.5, 1.0, true, 80", "0.75, 1.25, true, 60", "0.42, 0.58, true, 120", "0.5, 0.833, false, 90"})
    void irregularRhythmsShowTheirMeanRate(double first, double second, boolean wide, double perMinute) {
        heart.feed(30, normal).feed(20, sum(SyntheticHeart.pairs(first, second, wide), quiet));
        assertThat(heart.perMinute()).isCloseTo(perMinute, within(0.05 * perMinute));
    }

    @ParameterizedTest
    @ValueSource(ints = {30, 40, 60, 120, 180, 240})
    void anyRateIsShown(int perMinute) {
        heart.feed(20, normal).feed(40, sum(beats(perMinute), quiet));
        assertThat(heart.perMinute()).isCloseTo(perMinute, within(Math.max(5, 0.05 * perMinute)));
    }

    @ParameterizedTest
    @ValueSource(ints = {120, 40})
    void aStepShowsWithinElevenSeconds(int perMinute) {
        heart.feed(60, sum(beats(80), quiet)).feed(11, sum(beats(perMinute), quiet));
        assertThat(heart.perMinute()).isCloseTo(perMinute, within(Math.max(5, 0.05 * perMinute)));
    }
}
