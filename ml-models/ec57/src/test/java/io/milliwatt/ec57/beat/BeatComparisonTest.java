package io.milliwatt.ec57.beat;

import static org.assertj.core.api.Assertions.assertThat;

import io.milliwatt.datasets.ecg.EscapeBeats;
import io.milliwatt.datasets.wfdb.Annotation;
import io.milliwatt.datasets.wfdb.AnnotationCode;
import io.milliwatt.ec57.ComparedRecord;
import io.milliwatt.ec57.TestPeriod;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import org.junit.jupiter.api.Test;

class BeatComparisonTest {
    private static final int RATE_HZ = 360;
    private static final long LENGTH = 36_000;

    /** The case that made bxb's author change its rule in 2002 (bxb.c): at a window of 37 samples both beats are paired. */
    @Test
    void aBeatAsNearToTheNextOneIsPairedWhenThatOneHasANearerPartner() {
        double rate = 245;
        var compared = new ComparedRecord("x", rate, TestPeriod.wholeRecord(LENGTH), beats(96, 160), beats(128, 185));
        assertThat(compared.matchWindowSamples()).isEqualTo(37);
        assertThat(compare(compared).matrix().count(Label.N, Label.N)).isEqualTo(2);
    }

    /** 150 ms at 360 Hz are 54 samples. */
    @Test
    void aBeatBeyondTheWindowIsMissedAndExtra() {
        assertThat(matrix(beats(1000), beats(1054)).count(Label.N, Label.N)).isEqualTo(1);
        ConfusionMatrix apart = matrix(beats(1000), beats(1055));
        assertThat(apart.count(Label.N, Label.O)).isEqualTo(1);
        assertThat(apart.count(Label.O, Label.N)).isEqualTo(1);
    }

    /** The comparison of SleepECG's own test suite (tests/test_utils.py of cbrnr/sleepecg), at a rate whose window is 3 samples. */
    @Test
    void pairsAsSleepEcgDoes() {
        var compared = new ComparedRecord(
                "x", 20, TestPeriod.wholeRecord(200), beats(20, 34, 58, 75, 99), beats(20, 33, 43, 53, 73));
        assertThat(compared.matchWindowSamples()).isEqualTo(3);
        BeatFigures figures = compare(compared);
        assertThat(figures.qrsSensitivity().count()).isEqualTo(3);
        assertThat(figures.qrsSensitivity().of()).isEqualTo(5);
        assertThat(figures.qrsPositivePredictivity().of()).isEqualTo(5);
    }

    @Test
    void beatsMissedInShutdownAreCountedApartAndItsTimeIsTold() {
        List<Annotation> test = new ArrayList<>(beats(300, 3000));
        test.add(quality(500, -1));
        test.add(quality(1580, 0));
        test.sort(Comparator.comparingLong(Annotation::sample));
        BeatFigures figures = compare(record(beats(300, 700, 1000, 2000, 3000), test));
        assertThat(figures.matrix().count(Label.N, Label.X)).isEqualTo(2);
        assertThat(figures.matrix().count(Label.N, Label.O)).isEqualTo(1);
        assertThat(figures.shutdownSeconds()).isEqualTo(3);
        assertThat(figures.missedInShutdown().count()).isEqualTo(2);
        assertThat(figures.qrsSensitivity().percent()).hasValue(40);
    }

    /** A shutdown to the end of the record needs no mark of its end. */
    @Test
    void aShutdownThatIsNeverEndedLastsToTheEnd() {
        List<Annotation> test = new ArrayList<>(beats(300));
        test.add(quality(500, -1));
        BeatFigures figures = compare(record(beats(300, 700), test));
        assertThat(figures.matrix().count(Label.N, Label.X)).isEqualTo(1);
        assertThat(figures.shutdownSeconds()).isEqualTo(99);
    }

    @Test
    void testBeatsWithinFlutterOfTheReferenceCountNeitherForNorAgainst() {
        List<Annotation> reference = new ArrayList<>(beats(300, 5000));
        reference.add(Annotation.of(1000, AnnotationCode.FLUTTER_BEGINS));
        reference.add(Annotation.of(1100, AnnotationCode.FLUTTER_WAVE));
        reference.add(Annotation.of(2000, AnnotationCode.FLUTTER_ENDS));
        reference.sort(Comparator.comparingLong(Annotation::sample));
        BeatFigures figures = compare(record(reference, beats(300, 1100, 1500, 5000)));
        assertThat(figures.qrsSensitivity().of()).isEqualTo(2);
        assertThat(figures.qrsPositivePredictivity().percent()).hasValue(100);
        assertThat(figures.intervalErrors().number()).isZero();
    }

    /** EC57: a fusion beat called V, or an unclassifiable one, is no false V. */
    @Test
    void aFusionCalledVentricularIsNoFalsePositive() {
        BeatFigures figures = compare(record(
                coded(
                        AnnotationCode.VENTRICULAR_FUSION,
                        AnnotationCode.PACED,
                        AnnotationCode.NORMAL,
                        AnnotationCode.PREMATURE_VENTRICULAR),
                coded(
                        AnnotationCode.PREMATURE_VENTRICULAR,
                        AnnotationCode.PREMATURE_VENTRICULAR,
                        AnnotationCode.PREMATURE_VENTRICULAR,
                        AnnotationCode.PREMATURE_VENTRICULAR)));
        assertThat(figures.ventricularPositivePredictivity().count()).isEqualTo(1);
        assertThat(figures.ventricularPositivePredictivity().of()).isEqualTo(2);
        assertThat(figures.ventricularFalsePositiveRate().count()).isEqualTo(1);
        assertThat(figures.ventricularFalsePositiveRate().of()).isEqualTo(1);
    }

    @Test
    void escapeBeatsChangeSidesWithTheConvention() {
        var compared = record(coded(AnnotationCode.NODAL_ESCAPE), coded(AnnotationCode.NORMAL));
        assertThat(BeatComparison.of(compared, EscapeBeats.SUPRAVENTRICULAR)
                        .supraventricularSensitivity()
                        .of())
                .isEqualTo(1);
        assertThat(BeatComparison.of(compared, EscapeBeats.NORMAL)
                        .supraventricularSensitivity()
                        .of())
                .isZero();
    }

    /** The beats before minute 5 teach; a pair across that border is counted when its reference beat is within. */
    @Test
    void theTestPeriodBeginsAtMinuteFive() {
        long border = 300L * RATE_HZ;
        var compared = new ComparedRecord(
                "x",
                RATE_HZ,
                TestPeriod.afterLearning(RATE_HZ, border + LENGTH),
                beats(border - 400, border + 5, border + 400),
                beats(border - 5, border + 400, border + 900));
        BeatFigures figures = compare(compared);
        assertThat(figures.qrsSensitivity().count()).isEqualTo(2);
        assertThat(figures.qrsSensitivity().of()).isEqualTo(2);
        assertThat(figures.qrsPositivePredictivity().of()).isEqualTo(3);
        assertThat(figures.positionErrors().rootMeanSquareMillis().orElseThrow())
                .isEqualTo(Math.sqrt(100 / 2.0) * 1000 / RATE_HZ);
    }

    private static ConfusionMatrix matrix(List<Annotation> reference, List<Annotation> test) {
        return compare(record(reference, test)).matrix();
    }

    private static BeatFigures compare(ComparedRecord compared) {
        return BeatComparison.of(compared, EscapeBeats.SUPRAVENTRICULAR);
    }

    private static ComparedRecord record(List<Annotation> reference, List<Annotation> test) {
        return new ComparedRecord("x", RATE_HZ, TestPeriod.wholeRecord(LENGTH), reference, test);
    }

    private static List<Annotation> beats(long... samples) {
        return Arrays.stream(samples)
                .mapToObj(sample -> Annotation.of(sample, AnnotationCode.NORMAL))
                .toList();
    }

    private static List<Annotation> coded(AnnotationCode... codes) {
        List<Annotation> annotations = new ArrayList<>();
        for (AnnotationCode code : codes) {
            annotations.add(Annotation.of(360L * (annotations.size() + 1), code));
        }
        return annotations;
    }

    private static Annotation quality(long sample, int subtype) {
        return new Annotation(sample, AnnotationCode.SIGNAL_QUALITY_CHANGE, subtype, 0, 0, "");
    }
}
