package io.milliwatt.dsp.ecg;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;
import static org.assertj.core.data.Percentage.withPercentage;

import io.milliwatt.dsp.golden.GoldenValues;
import java.util.ArrayList;
import java.util.List;
import java.util.function.DoubleUnaryOperator;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;

/**
 * Against NumPy and SciPy (make_golden_intervals.py), against NeuroKit2's and HeartPy's published examples, and against EC57's test
 * patterns.
 */
class HeartRateVariabilityTest {

    private static final Offset<Double> DOUBLE_PRECISION = within(1e-8);

    @Test
    void timeDomainEqualsNumPy() {
        double[] expected = GoldenValues.read("heart_intervals");
        TimeDomainVariability time = TimeDomainVariability.of(recipeIntervals()).orElseThrow();
        assertThat(new double[] {
                    time.meanMillis(),
                    time.medianMillis(),
                    time.sdnnMillis(),
                    time.sdsdMillis(),
                    time.rmssdMillis(),
                    time.pnn50Percent(),
                    time.pnn20Percent(),
                    time.geometry().triangularIndex(),
                    time.geometry().tinnMillis()
                })
                .containsExactly(java.util.Arrays.copyOf(expected, 9), DOUBLE_PRECISION);
    }

    @Test
    void frequencyDomainEqualsSciPysLombScargle() {
        double[] expected = GoldenValues.read("heart_intervals");
        FrequencyDomainVariability frequency =
                FrequencyDomainVariability.of(recipeIntervals()).orElseThrow();
        assertThat(frequency.veryLowMillisSquared().orElseThrow()).isCloseTo(expected[9], DOUBLE_PRECISION);
        assertThat(frequency.lowMillisSquared()).isCloseTo(expected[10], DOUBLE_PRECISION);
        assertThat(frequency.highMillisSquared()).isCloseTo(expected[11], DOUBLE_PRECISION);
        assertThat(frequency.lowToHigh()).isCloseTo(expected[10] / expected[11], DOUBLE_PRECISION);
        assertThat(frequency.lowNormalizedPercent() + frequency.highNormalizedPercent())
                .isCloseTo(100, DOUBLE_PRECISION);
    }

    @Test
    void nonLinearFiguresEqualNumPy() {
        double[] expected = GoldenValues.read("heart_intervals");
        PoincarePlot plot = PoincarePlot.of(recipeIntervals()).orElseThrow();
        assertThat(plot.sd1Millis()).isCloseTo(expected[12], DOUBLE_PRECISION);
        assertThat(plot.sd2Millis()).isCloseTo(expected[13], DOUBLE_PRECISION);
        assertThat(SampleEntropy.of(recipeIntervals()).orElseThrow()).isCloseTo(expected[14], DOUBLE_PRECISION);
        assertThat(DetrendedFluctuation.shortTermExponent(recipeIntervals()).orElseThrow())
                .isCloseTo(expected[15], DOUBLE_PRECISION);
    }

    /** NeuroKit2, tests/tests_hrv.py, test_hrv_nonlinear_fragmentation. */
    @Test
    void fragmentationEqualsNeuroKitsExample() {
        HeartRateFragmentation fragmentation = HeartRateFragmentation.of(
                        NormalIntervals.ofSuccessive(888, 1262, 1290, 1274, 1300, 1244, 1266))
                .orElseThrow();
        assertThat(fragmentation.inflectionShare()).isEqualTo(0.5714285714285714);
        assertThat(fragmentation.inverseAverageLength()).isCloseTo(0.8333333333333334, DOUBLE_PRECISION);
        assertThat(fragmentation.shortSegmentShare()).isEqualTo(1.0);
        assertThat(fragmentation.alternationShare()).isEqualTo(1.0);
    }

    /** Standing still breaks a segment and is a turn on both sides: signs + 0 0 - - give turns at 2 and 4, segments of 1 and 2. */
    @Test
    void aHeartThatStandsStillTurnsTwice() {
        HeartRateFragmentation fragmentation = HeartRateFragmentation.of(
                        NormalIntervals.ofSuccessive(800, 810, 810, 810, 800, 790))
                .orElseThrow();
        assertThat(fragmentation.inflectionShare()).isCloseTo(2 / 6.0, DOUBLE_PRECISION);
        assertThat(fragmentation.inverseAverageLength()).isCloseTo(1 / 1.5, DOUBLE_PRECISION);
        assertThat(fragmentation.alternationShare()).isZero();
    }

    /** HeartPy, heartpy/analysis.py, doctest of calc_ts_measures: bpm 60.384, rmssd 67.082. */
    @Test
    void timeDomainEqualsHeartPysExample() {
        TimeDomainVariability time = TimeDomainVariability.of(
                        NormalIntervals.ofSuccessive(1020, 990, 960, 1000, 1050, 1090, 990, 900, 900, 950, 1080))
                .orElseThrow();
        assertThat(time.meanHeartRatePerMinute()).isCloseTo(60.384, within(0.0005));
        assertThat(time.rmssdMillis()).isCloseTo(67.082, within(0.0005));
    }

    /**
     * ANSI/AAMI EC57:2012, 4.3.3 and table A.10, made as the PhysioNet Cardiovascular Signal Toolbox makes its files
     * HRV256_TP2..TP5.txt: each interval is 0.8 s plus a sine of the time at which it begins. 612.5 ms² of high, 2,450 ms² of low,
     * 39,200 ms² of very low power; none for a cycle of an hour.
     */
    @Test
    void powersAreThoseOfTheStandardsTestPatterns() {
        FrequencyDomainVariability high = pattern(35, 0.25, 1_800);
        assertThat(high.highMillisSquared()).isCloseTo(612.5, withPercentage(0.5));
        assertThat(high.lowMillisSquared()).isLessThan(1);
        FrequencyDomainVariability low = pattern(70, 0.1, 1_800);
        assertThat(low.lowMillisSquared()).isCloseTo(2450, withPercentage(0.5));
        FrequencyDomainVariability veryLow = pattern(280, 1 / 30.0, 1_800);
        assertThat(veryLow.veryLowMillisSquared().orElseThrow()).isCloseTo(39_200, withPercentage(0.5));
        FrequencyDomainVariability hourly = pattern(140, 1 / 3600.0, 3_600);
        assertThat(hourly.veryLowMillisSquared().orElseThrow() + hourly.lowMillisSquared() + hourly.highMillisSquared())
                .isLessThan(0.001 * 9_800);
    }

    @Test
    void noBeatOneBeatAndAsystoleGiveEmptyFigures() {
        for (List<HeartBeat> beats : List.of(
                List.<HeartBeat>of(),
                List.of(new HeartBeat(0, BeatOrigin.SINUS)),
                List.of(new HeartBeat(0, BeatOrigin.SINUS), new HeartBeat(12_000, BeatOrigin.SINUS)),
                List.of(
                        new HeartBeat(0, BeatOrigin.VENTRICULAR),
                        new HeartBeat(500, BeatOrigin.VENTRICULAR),
                        new HeartBeat(1000, BeatOrigin.VENTRICULAR)))) {
            HeartRateVariability variability = HeartRateVariability.of(beats);
            assertThat(variability.normalIntervals()).isZero();
            assertThat(variability.time()).isEmpty();
            assertThat(variability.frequency()).isEmpty();
            assertThat(variability.poincare()).isEmpty();
            assertThat(variability.sampleEntropy()).isEmpty();
            assertThat(variability.shortTermExponent()).isEmpty();
            assertThat(variability.fragmentation()).isEmpty();
            assertThat(variability.turbulence()).isEmpty();
        }
    }

    @Test
    void aMetronomeHasNoVariabilityAndNoEntropy() {
        List<HeartBeat> beats = new ArrayList<>();
        for (int i = 0; i < 400; i++) {
            beats.add(new HeartBeat(1000.0 * i, BeatOrigin.SINUS));
        }
        HeartRateVariability variability = HeartRateVariability.of(beats);
        assertThat(variability.time().orElseThrow().sdnnMillis()).isZero();
        assertThat(variability.time().orElseThrow().geometry().triangularIndex())
                .isEqualTo(1);
        assertThat(variability.sampleEntropy()).isEmpty();
        assertThat(variability.shortTermExponent()).isEmpty();
        assertThat(variability.fragmentation()).isEmpty();
    }

    @Test
    void ectopicAndImplausibleIntervalsAreLeftOutWithTheirDifferences() {
        List<HeartBeat> beats = new ArrayList<>();
        double time = 0;
        double[] intervals = {800, 810, 790, 500, 1100, 800, 805, 250, 795, 2400, 800, 1000, 810};
        beats.add(new HeartBeat(0, BeatOrigin.SINUS));
        for (int i = 0; i < intervals.length; i++) {
            time += intervals[i];
            beats.add(new HeartBeat(time, i == 3 ? BeatOrigin.VENTRICULAR : BeatOrigin.SINUS));
        }
        NormalIntervals normal = NormalIntervals.fromBeats(beats);
        assertThat(normal.millis()).containsExactly(800, 810, 790, 800, 805, 795, 800, 810);
        assertThat(normal.successiveDifferencesMillis()).containsExactly(10, -20, 5);
        assertThat(normal.rejected()).isEqualTo(5);
    }

    @Test
    void aNewRateIsTakenUpAfterFiveIntervals() {
        List<HeartBeat> beats = new ArrayList<>();
        double time = 0;
        for (int i = 0; i < 40; i++) {
            beats.add(new HeartBeat(time, BeatOrigin.SINUS));
            time += i < 20 ? 1000 : 600;
        }
        NormalIntervals normal = NormalIntervals.fromBeats(beats);
        assertThat(normal.rejected()).isEqualTo(5);
        assertThat(normal.millis()[normal.size() - 1]).isEqualTo(600);
    }

    @Test
    void beatsOutOfOrderAreRefused() {
        assertThatThrownBy(() -> NormalIntervals.fromBeats(
                        List.of(new HeartBeat(10, BeatOrigin.SINUS), new HeartBeat(5, BeatOrigin.SINUS))))
                .hasMessageContaining("beat 1 at 5.0 ms does not follow 10.0 ms");
    }

    private static NormalIntervals recipeIntervals() {
        double[] millis = new double[400];
        long state = 12345;
        for (int n = 0; n < millis.length; n++) {
            state = (1664525 * state + 1013904223) & 0xFFFFFFFFL;
            millis[n] = Math.floor(850.5
                    + 40 * Math.sin(2 * Math.PI * n / 4.5)
                    + 30 * Math.sin(2 * Math.PI * n / 13)
                    + 25 * (state / 2147483648.0 - 1));
        }
        return NormalIntervals.ofSuccessive(millis);
    }

    private static FrequencyDomainVariability pattern(
            double deviationMillis, double frequencyHz, double lengthSeconds) {
        DoubleUnaryOperator interval = seconds -> 800 + deviationMillis * Math.sin(2 * Math.PI * frequencyHz * seconds);
        List<Double> millis = new ArrayList<>();
        double time = 0;
        while (time < 1_000 * lengthSeconds) {
            double next = interval.applyAsDouble(time / 1000);
            millis.add(next);
            time += next;
        }
        return FrequencyDomainVariability.of(NormalIntervals.ofSuccessive(
                        millis.stream().mapToDouble(Double::doubleValue).toArray()))
                .orElseThrow();
    }
}
