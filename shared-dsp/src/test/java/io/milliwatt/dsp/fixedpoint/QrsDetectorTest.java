package io.milliwatt.dsp.fixedpoint;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What a monitor must live through (IEC 60601-2-27, EC13), on made-up hearts; recorded ones are judged where the data are. */
class QrsDetectorTest {

    private static final int RATE_HZ = 360;

    private final HeartSignal heart = new HeartSignal(RATE_HZ);

    @ParameterizedTest
    @ValueSource(ints = {100, 125, 200, 250, 360, 500, 1_000})
    void everyBeatIsFoundWhereItsPeakIs(int rateHz) {
        HeartSignal signal = new HeartSignal(rateHz);
        signal.beats(60, 75, 1, 0.01);
        QrsDetector detector = signal.detector();
        // 75 beats in 60 s, of which those of the first eight seconds set the levels.
        assertThat(detector.beats()).isBetween(64L, 66L);
        for (long number = detector.beats() - QrsDetector.BEATS_HELD; number < detector.beats(); number++) {
            double seconds = (double) detector.beat(number).orElseThrow().sample() / rateHz;
            assertThat(seconds - 0.8 * Math.round(seconds / 0.8))
                    .as("distance from the peak at %d Hz", rateHz)
                    .isCloseTo(0, within(0.012));
        }
        assertThat(detector.beat(detector.beats())).isEmpty();
        assertThat(detector.beat(detector.beats() - QrsDetector.BEATS_HELD - 1)).isEmpty();
    }

    @Test
    void theFirstEightSecondsSetTheLevelsAndSaySo() {
        assertThat(heart.beats(7.5, 75, 1, 0)).isZero();
        assertThat(endWindow()).isEqualTo(Window.WARMING_UP);
        heart.beats(1, 75, 1, 0);
        assertThat(endWindow()).isZero();
    }

    @ParameterizedTest
    @CsvSource({"30, 29", "40, 39", "120, 119", "180, 179", "250, 245"})
    void anyRateOfAHeartIsFollowed(int perMinute, int atLeast) {
        heart.beats(20, 80, 1, 0.01);
        assertThat(heart.beats(60, perMinute, 1, 0.01)).isBetween(atLeast, perMinute + 1);
    }

    @Test
    void aTallTWaveIsNoBeat() {
        int found = heart.feed(60, time -> {
            double phase = time % 0.8 - 0.2;
            return Math.exp(-Math.pow(phase / 0.011, 2) / 2) + 1.0 * Math.exp(-Math.pow((phase - 0.3) / 0.05, 2) / 2);
        });
        assertThat(found).isBetween(64, 66);
    }

    @Test
    void anInvertedLeadBeatsTheSame() {
        assertThat(heart.beats(60, 75, -1, 0.01)).isBetween(64, 66);
    }

    /** A gap is told by the time since the last beat; a stopped heart must not seem to beat on. */
    @Test
    void aStoppedHeartGivesNoBeatsAndTellsTheGap() {
        heart.beats(60, 75, 1, 0.01);
        long before = heart.detector().beats();
        heart.silence(1, 0.01, 0);
        heart.silence(59, 0.01, 0);
        assertThat(heart.detector().beats() - before).isLessThanOrEqualTo(1);
        endWindow();
        assertThat(heart.detector().value(3)).isBetween(59 * RATE_HZ, 61 * RATE_HZ);
        assertThat(heart.beats(30, 75, 1, 0.01)).isBetween(36, 38);
    }

    @ParameterizedTest
    @CsvSource({"0.03, 0", "0.1, 0", "0.01, 0.2", "0.01, 1", "0.01, 3"})
    void noiseAndHumOfAStoppedHeartAreNoBeats(double noiseMillivolt, double humMillivolt) {
        heart.beats(60, 75, 1, 0.01);
        assertThat(heart.silence(120, noiseMillivolt, humMillivolt)).isLessThanOrEqualTo(5);
        assertThat(heart.beats(30, 75, 1, 0.01)).isBetween(36, 39);
    }

    @Test
    void aLeadThatComesBackIsHeardAgain() {
        heart.beats(30, 75, 1, 0.01);
        assertThat(heart.constant(30, 150)).isLessThanOrEqualTo(2);
        assertThat(heart.beats(30, 75, 1, 0.01)).isBetween(36, 39);
        assertThat(heart.constant(60, 0)).isLessThanOrEqualTo(2);
        assertThat(heart.beats(30, 75, 1, 0.01)).isBetween(36, 39);
    }

    @Test
    void aFlatStartWaitsForTheHeart() {
        assertThat(heart.constant(60, 0)).isZero();
        assertThat(heart.beats(60, 75, 1, 0.01)).isBetween(73, 76);
    }

    @Test
    void aStartInNoiseIsForgotten() {
        heart.silence(20, 0.5, 0);
        assertThat(heart.beats(60, 75, 1, 0.01)).isBetween(72, 78);
    }

    /** Signals that hit both rails leave levels 200 times too high; they fall within seconds. */
    @Test
    void railsAreForgottenWithinSeconds() {
        heart.beats(30, 75, 200, 0);
        assertThat(heart.beats(30, 75, 1, 0.01)).isGreaterThan(20);
        assertThat(heart.beats(30, 75, 1, 0.01)).isBetween(36, 39);
    }

    /** EC13: below 0.15 mV nothing is a beat, so that pacemaker pulses and P waves in asystole do not count. */
    @Test
    void theSmallestHeartsAreTooSmall() {
        assertThat(heart.beats(60, 75, 0.04, 0)).isZero();
        assertThat(heart.beats(60, 75, 0.25, 0.002)).isGreaterThan(70);
    }

    @Test
    void aWindowTellsItsRhythm() {
        heart.beats(20, 75, 1, 0);
        endWindow();
        heart.feed(0.001, _ -> 0);
        heart.beats(19.2, 75, 1, 0);
        endWindow();
        assertThat(heart.detector().value(0)).isBetween(23, 25);
        assertThat(heart.detector().value(1)).isBetween(287, 290);
        assertThat(heart.detector().value(2)).isBetween(286, 290);
        assertThat(heart.detector().value(3)).isLessThan(2 * 288);
        endWindow();
        assertThat(heart.detector().value(0)).isZero();
        assertThat(heart.detector().value(1)).isZero();
    }

    @Test
    void aRateOutOfRangeIsRefusedWithWhatToDo() {
        assertThatThrownBy(() -> QrsDesign.forRate(50))
                .hasMessageContaining("50 Hz")
                .hasMessageContaining("faster");
        assertThatThrownBy(() -> QrsDesign.forRate(2_000)).hasMessageContaining("decimate");
    }

    @Test
    void itsStateFitsTheNode() {
        assertThat(QrsDetector.stateBytes(QrsDesign.forRate(250))).isLessThan(1_024);
        assertThat(QrsDetector.stateBytes(QrsDesign.forRate(360))).isLessThan(1_280);
        assertThat(QrsDetector.stateBytes(QrsDesign.forRate(1_000))).isLessThan(4_096);
    }

    private int endWindow() {
        Window window = new Window(0, 0);
        heart.detector().endWindow(window);
        return window.qualityFlags();
    }
}
