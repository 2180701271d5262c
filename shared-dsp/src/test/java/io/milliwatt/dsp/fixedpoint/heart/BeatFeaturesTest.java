package io.milliwatt.dsp.fixedpoint.heart;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.milliwatt.dsp.fixedpoint.QrsDesign;
import io.milliwatt.dsp.fixedpoint.QrsDetector;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What is told of made-up beats: each a P wave, a QRS complex and a T wave of known size, width and time. */
class BeatFeaturesTest {

    private static final int NANO_MILLIVOLT_PER_COUNT = 5_000_000;
    private static final double COUNTS_PER_MILLIVOLT = 200;

    /** @param width of the QRS complex, 1 for a normal one */
    private record Beat(double second, double pMillivolt, double qrsMillivolt, double width) {
        double at(double time) {
            double t = time - second;
            return pMillivolt * bump(t, -0.17, 0.022)
                    + qrsMillivolt * (bump(t, 0, 0.011 * width) - 0.2 * bump(t, 0.028 * width, 0.010 * width))
                    + 0.25 * bump(t, 0.27, 0.045);
        }

        private static double bump(double time, double centre, double width) {
            double distance = (time - centre) / width;
            return Math.abs(distance) > 6 ? 0 : Math.exp(-distance * distance / 2);
        }
    }

    /** A heart of 75 beats a minute for a minute and a half; every tenth beat from the fortieth on is another. */
    private static List<Beat> heart(double early, double pMillivolt, double qrsMillivolt, double width) {
        List<Beat> beats = new ArrayList<>();
        double second = 0.5;
        for (int i = 0; i < 110; i++) {
            boolean other = i >= 40 && i % 10 == 0;
            second += other ? 0.8 - early : 0.8;
            beats.add(other ? new Beat(second, pMillivolt, qrsMillivolt, width) : new Beat(second, 0.12, 1, 1));
        }
        return beats;
    }

    /** Features of the beats, each at the index of the beat it belongs to; null where none was found. */
    private static short[][] described(int rateHz, List<Beat> beats) {
        QrsDetector detector = new QrsDetector(QrsDesign.forRate(rateHz), NANO_MILLIVOLT_PER_COUNT);
        BeatFeatures features = new BeatFeatures(rateHz, NANO_MILLIVOLT_PER_COUNT, detector);
        SplittableRandom random = new SplittableRandom(26);
        short[][] described = new short[beats.size()][];
        int first = 0;
        for (int i = 0; i < 90 * rateHz; i++) {
            double time = (double) i / rateHz;
            double millivolt = 0.01 * random.nextGaussian() + 0.3 * Math.sin(2 * Math.PI * 0.2 * time);
            while (first < beats.size() - 1 && beats.get(first).second() < time - 2) {
                first++;
            }
            for (int k = first; k < Math.min(first + 6, beats.size()); k++) {
                millivolt += beats.get(k).at(time);
            }
            int sample = (int) Math.round(COUNTS_PER_MILLIVOLT * millivolt);
            detector.accept(sample);
            if (features.accept(sample)) {
                double second = (double) features.sample() / rateHz;
                int nearest = 0;
                for (int k = 1; k < beats.size(); k++) {
                    nearest = Math.abs(beats.get(k).second() - second)
                                    < Math.abs(beats.get(nearest).second() - second)
                            ? k
                            : nearest;
                }
                described[nearest] = new short[Feature.COUNT];
                features.copyTo(described[nearest], 0);
            }
        }
        return described;
    }

    private static int of(short[] features, Feature feature) {
        return features[feature.ordinal()];
    }

    @ParameterizedTest
    @ValueSource(ints = {100, 125, 200, 250, 360, 500, 1_000})
    void aSteadyHeartIsLikeItselfAtAnyRate(int rateHz) {
        short[][] beats = described(rateHz, heart(0, 0.12, 1, 1));
        for (int i = 40; i < 105; i++) {
            assertThat(of(beats[i], Feature.INTERVAL_TO_MEDIAN))
                    .as("beat %d", i)
                    .isCloseTo(256, within(8));
            assertThat(of(beats[i], Feature.INTERVAL_TO_SLOW_MODE)).isCloseTo(256, within(8));
            assertThat(of(beats[i], Feature.INTERVAL_MILLIS)).isCloseTo(800, within(20));
            assertThat(of(beats[i], Feature.QRS_CORRELATION)).isGreaterThan(32_000);
            assertThat(of(beats[i], Feature.P_CORRELATION)).isGreaterThan(30_000);
            assertThat(of(beats[i], Feature.T_CORRELATION)).isGreaterThan(31_000);
            assertThat(of(beats[i], Feature.QRS_SHAPE_KNOWN)).isEqualTo(1);
            assertThat(of(beats[i], Feature.INTERVAL_TO_MEAN_256)).isCloseTo(256, within(8));
            assertThat(of(beats[i], Feature.INTERVAL_TO_SLOWEST_256)).isCloseTo(256, within(10));
            assertThat(of(beats[i], Feature.FIBRILLATION)).isLessThan(10);
        }
    }

    @Test
    void anEarlyBeatWithItsPWaveUpsideDownIsToldByIntervalAndPWave() {
        short[][] beats = described(360, heart(0.25, -0.12, 1, 1));
        for (int i = 60; i < 105; i += 10) {
            assertThat(of(beats[i], Feature.INTERVAL_TO_SINUS)).isCloseTo(256 * 55 / 80, within(6));
            assertThat(of(beats[i], Feature.INTERVAL_TO_SLOW_256)).isCloseTo(256 * 55 / 80, within(6));
            assertThat(of(beats[i], Feature.P_CORRELATION)).isLessThan(0);
            assertThat(of(beats[i], Feature.EARLY_P_CORRELATION)).isGreaterThan(28_000);
            assertThat(of(beats[i], Feature.QRS_CORRELATION)).isGreaterThan(31_500);
            assertThat(of(beats[i + 1], Feature.P_CORRELATION)).isGreaterThan(29_000);
            assertThat(of(beats[i - 1], Feature.P_CORRELATION_AFTER)).isLessThan(0);
        }
    }

    @Test
    void aBroadBeatHasAnotherShapeThatNeverBecomesTheNormalOne() {
        short[][] beats = described(360, heart(0.2, 0, -1.5, 3));
        for (int i = 60; i < 105; i += 10) {
            assertThat(of(beats[i], Feature.QRS_CORRELATION)).isLessThan(16_384);
            assertThat(of(beats[i], Feature.QRS_SHAPE_KNOWN)).isZero();
            assertThat(of(beats[i], Feature.SHAPE_STANDING)).isZero();
            assertThat(of(beats[i], Feature.QRS_BROADER)).isGreaterThan(3);
            assertThat(of(beats[i], Feature.QRS_LOWEST)).isLessThan(-1_024);
            assertThat(of(beats[i + 1], Feature.QRS_SHAPE_KNOWN)).isEqualTo(1);
        }
    }

    /** Every second beat broad and early: the sinus beats are the normal ones though they are no majority. */
    @Test
    void inBigeminyTheBeatsInTimeAreTheNormalOnes() {
        List<Beat> bigeminy = new ArrayList<>();
        for (int i = 0; i < 55; i++) {
            bigeminy.add(new Beat(1.6 * i + 0.5, 0.12, 1, 1));
            bigeminy.add(new Beat(1.6 * i + 1.0, 0, -1.5, 3));
        }
        short[][] beats = described(250, bigeminy);
        for (int i = 40; i < 105; i++) {
            assertThat(of(beats[i], Feature.QRS_SHAPE_KNOWN)).as("beat %d", i).isEqualTo(1 - i % 2);
        }
    }

    /** Broad beats at 150 a minute for longer than the sinus rhythm before them. */
    @Test
    void aLongTachycardiaDoesNotBecomeTheNormalShape() {
        List<Beat> beats = new ArrayList<>();
        double second = 0.5;
        for (int i = 0; second < 86; i++) {
            boolean broad = i >= 38;
            second += broad ? 0.4 : 0.8;
            beats.add(broad ? new Beat(second, 0, -1.5, 3) : new Beat(second, 0.12, 1, 1));
        }
        short[][] described = described(250, beats);
        for (int i = 42; i < beats.size() - 6; i++) {
            assertThat(of(described[i], Feature.QRS_SHAPE_KNOWN))
                    .as("beat %d", i)
                    .isZero();
        }
    }

    /** Broad beats from the start that a slower rhythm follows: the node began in a tachycardia, and finds out. */
    @Test
    void aSinusRhythmTakesThePlaceOfATachycardiaThatCameFirst() {
        List<Beat> beats = new ArrayList<>();
        double second = 0.5;
        for (int i = 0; second < 86; i++) {
            boolean broad = i < 30;
            second += broad ? 0.4 : 0.8;
            beats.add(broad ? new Beat(second, 0, -1.5, 3) : new Beat(second, 0.12, 1, 1));
        }
        short[][] described = described(250, beats);
        for (int i = 30 + 40; i < beats.size() - 6; i++) {
            assertThat(of(described[i], Feature.QRS_SHAPE_KNOWN))
                    .as("beat %d", i)
                    .isEqualTo(1);
        }
    }

    /** Like the normal ones in all but size, as some ventricular beats are: a shape of their own from twice the energy on. */
    @Test
    void largerBeatsAreAShapeOfTheirOwn() {
        short[][] larger = described(360, heart(0.2, 0, 1.6, 1));
        short[][] alike = described(360, heart(0.2, 0, 1.2, 1));
        for (int i = 60; i < 105; i += 10) {
            assertThat(of(larger[i], Feature.QRS_CORRELATION)).isGreaterThan(31_000);
            assertThat(of(larger[i], Feature.QRS_SHAPE_KNOWN)).isZero();
            assertThat(of(alike[i], Feature.QRS_SHAPE_KNOWN)).isEqualTo(1);
        }
    }

    @Test
    void theSameSamplesGiveTheSameFeatures() {
        List<Beat> heart = heart(0.2, 0, -1.5, 3);
        assertThat(described(360, heart)).isDeepEqualTo(described(360, heart));
    }

    /** A stopped, clipped or torn-off lead must not stop the kernel, and the beat before it is not kept waiting. */
    @Test
    void theLastBeatBeforeAPauseIsToldAfterThreeSeconds() {
        short[][] beats = described(360, heart(0, 0.12, 1, 1).subList(0, 50));
        assertThat(of(beats[49], Feature.NEXT_TO_MEDIAN)).isCloseTo(256 * 3_000 / 800, within(10));
    }

    @ParameterizedTest
    @ValueSource(ints = {99, 1_001})
    void otherRatesAreRefused(int rateHz) {
        QrsDetector detector = new QrsDetector(QrsDesign.forRate(360), NANO_MILLIVOLT_PER_COUNT);
        assertThatThrownBy(() -> new BeatFeatures(rateHz, NANO_MILLIVOLT_PER_COUNT, detector))
                .hasMessageContaining(rateHz + " Hz");
    }
}
