package io.milliwatt.ec57.measurement;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.milliwatt.datasets.wfdb.Annotation;
import io.milliwatt.datasets.wfdb.AnnotationCode;
import io.milliwatt.ec57.Record100s;
import io.milliwatt.ec57.TestPeriod;
import java.math.BigDecimal;
import java.math.MathContext;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class HeartRateTest {

    /** What WFDB's own suite expects: {@code ihr -r 100s -a atr}, checkpkg/expected/ihr.out, its second column. */
    private static final String PUBLISHED = """
            73.9726 76.0563 75.7895 76.0563 73.4694 73.9726 76.0563 77.6978 71.5232 70.1299 72.973 72.4832 72.973
            75.5245 75.2613 75.7895 72.973 69.0096 72.973 76.3251 75.7895 77.4194 76.3251 73.9726 73.4694 72.4832
            71.0526 74.4828 77.4194 75 76.0563 69.9029 71.2871 72.7273 74.7405 71.7608 75.7895 76.0563 73.2203 71.0526
            68.1388 72.973 77.1429 74.7405 73.9726 75.2613 71.7608 72.2408 72.7273 73.9726 76.0563 76.8683 74.2268
            71.2871 72 72.2408 74.4828 77.1429 75.2613 76.8683 75.7895 70.1299 70.8197 72.973 76.5957 76.3251 76.3251
            73.4694 73.9726
            """;

    @Test
    void instantaneousRatesOf100sAreThoseThatWfdbPublishes() {
        List<Measurement> rates = InstantaneousHeartRate.of(Record100s.reference(), Record100s.RATE_HZ);
        assertThat(rates.stream().map(HeartRateTest::sixDigits).toList())
                .isEqualTo(Arrays.asList(PUBLISHED.strip().split("\\s+")));
        assertThat(rates.getFirst().sample() / Record100s.RATE_HZ).isCloseTo(1.02778, within(5e-6));
        assertThat(rates.getLast().sample() / Record100s.RATE_HZ).isCloseTo(58.6972, within(5e-5));
    }

    /** As printf's %g. */
    private static String sixDigits(Measurement rate) {
        return new BigDecimal(rate.value())
                .round(new MathContext(6))
                .stripTrailingZeros()
                .toPlainString();
    }

    @Test
    void theAveragedRateFollowsTheLastEightIntervals() {
        List<Annotation> beats = IntStream.rangeClosed(1, 20)
                .mapToObj(i -> Annotation.of(i <= 10 ? 360L * i : 3600 + 180L * (i - 10), AnnotationCode.NORMAL))
                .toList();
        List<Measurement> rates = new BeatIntervals(beats, 360).heartRate();
        assertThat(rates).hasSize(12);
        assertThat(rates.getFirst().value()).isEqualTo(60);
        assertThat(rates.get(2).value()).isEqualTo(60 * 8 / 7.5);
        assertThat(rates.getLast().value()).isEqualTo(120);
    }

    /** Intervals of 1.10 s and 1.00 s in turn have a standard deviation of 50 ms, a little more over n - 1 of them. */
    @Test
    void variabilityIsTheDeviationOfNormalIntervalsOfFiveMinutes() {
        List<Annotation> beats = IntStream.range(0, 286)
                .mapToObj(i -> Annotation.of(378L * i + (i % 2 == 0 ? 0 : 18), AnnotationCode.NORMAL))
                .toList();
        List<Measurement> deviations = new BeatIntervals(beats, 360).variability();
        assertThat(deviations).hasSize(1);
        assertThat(deviations.getFirst().value()).isCloseTo(50, within(0.2));
    }

    @Test
    void eachMeasurementIsComparedWithTheNearestOfTheReference() {
        List<Measurement> reference = List.of(new Measurement(1000, 60), new Measurement(2000, 80));
        List<Measurement> test =
                List.of(new Measurement(900, 66), new Measurement(1600, 80), new Measurement(9000, 72));
        MeasurementFigures figures = MeasurementComparison.of(reference, test, TestPeriod.wholeRecord(5000));
        assertThat(figures.number()).isEqualTo(2);
        assertThat(figures.referenceMean()).hasValue(70);
        assertThat(figures.rootMeanSquareError()).hasValue(Math.sqrt(36 / 2.0));
        assertThat(figures.rootMeanSquareErrorPercent()).hasValue(100 * Math.sqrt(18) / 70);
    }
}
