package io.milliwatt.ec57.episode;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.milliwatt.datasets.wfdb.Annotation;
import io.milliwatt.datasets.wfdb.AnnotationCode;
import io.milliwatt.ec57.ComparedRecord;
import io.milliwatt.ec57.MitBihAnnotations;
import io.milliwatt.ec57.TestPeriod;
import java.util.List;
import org.junit.jupiter.api.Test;

class EpisodeComparisonTest {
    private static final int LENGTH = 10_000;

    @Test
    void anyOverlapFindsAnEpisodeAndItsExtentIsTheDuration() {
        EpisodeFigures figures = fibrillation(
                List.of(rhythm(1000, "(AFIB"), rhythm(3000, "(N"), rhythm(5000, "(AFIB"), rhythm(5500, "(N")),
                List.of(rhythm(2500, "(AFIB"), rhythm(4000, "(N")));
        assertThat(figures.sensitivity().count()).isEqualTo(1);
        assertThat(figures.sensitivity().of()).isEqualTo(2);
        assertThat(figures.positivePredictivity().percent()).hasValue(100);
        assertThat(figures.durationSensitivity().count()).isEqualTo(500);
        assertThat(figures.durationSensitivity().of()).isEqualTo(2500);
        assertThat(figures.durationPositivePredictivity().of()).isEqualTo(1500);
    }

    @Test
    void anEpisodeWithoutEndLastsToTheEndOfTheRecord() {
        EpisodeFigures figures = fibrillation(List.of(rhythm(9000, "(AFIB")), List.of());
        assertThat(figures.durationSensitivity().of()).isEqualTo(1000);
        assertThat(figures.positivePredictivity().share()).isEmpty();
    }

    @Test
    void whatTheTestFindsInAtrialFlutterCanBeLeftOut() {
        ComparedRecord compared = record(
                List.of(rhythm(1000, "(AFL"), rhythm(2000, "(N"), rhythm(5000, "(AFIB"), rhythm(6000, "(N")),
                List.of(rhythm(1200, "(AFIB"), rhythm(1900, "(N"), rhythm(5000, "(AFIB"), rhythm(6000, "(N")));
        assertThat(EpisodeComparison.of(compared, Rhythm.ATRIAL_FIBRILLATION)
                        .positivePredictivity()
                        .percent())
                .hasValue(50);
        assertThat(EpisodeComparison.withoutReferenceAtrialFlutter(compared)
                        .positivePredictivity()
                        .percent())
                .hasValue(100);
    }

    @Test
    void ventricularFlutterIsMarkedByItsOwnAnnotations() {
        List<Annotation> marks = List.of(
                Annotation.of(1000, AnnotationCode.FLUTTER_BEGINS), Annotation.of(3000, AnnotationCode.FLUTTER_ENDS));
        EpisodeFigures figures = EpisodeComparison.of(record(marks, marks), Rhythm.VENTRICULAR_FLUTTER_OR_FIBRILLATION);
        assertThat(figures.durationSensitivity().count()).isEqualTo(2000);
    }

    /** PhysioNet's tables of the database give minutes of AFIB for records 210 and 221: 29:30 and 29:17. */
    @Test
    void fibrillationLastsAsLongAsPhysioNetStates() {
        assertThat(secondsOfFibrillation(210)).isCloseTo(29 * 60 + 30, within(1.0));
        assertThat(secondsOfFibrillation(221)).isCloseTo(29 * 60 + 17, within(1.0));
    }

    private static double secondsOfFibrillation(int record) {
        ComparedRecord compared =
                MitBihAnnotations.withItself(record).within(TestPeriod.wholeRecord(MitBihAnnotations.SAMPLES));
        return EpisodeComparison.of(compared, Rhythm.ATRIAL_FIBRILLATION).referenceSeconds();
    }

    @Test
    void overTimeAndOverBeatsEverySampleAndBeatIsCountedOnce() {
        ComparedRecord compared = record(
                List.of(
                        rhythm(1000, "(AFIB"),
                        Annotation.of(1500, AnnotationCode.NORMAL),
                        Annotation.of(3500, AnnotationCode.NORMAL),
                        rhythm(4000, "(N"),
                        Annotation.of(4500, AnnotationCode.NORMAL),
                        Annotation.of(8000, AnnotationCode.NORMAL)),
                List.of(rhythm(2000, "(AFIB"), rhythm(5000, "(N")));
        RhythmComparison comparison =
                new RhythmComparison(compared, Rhythm.ATRIAL_FIBRILLATION_OR_FLUTTER, List.of(new Span(7000, 9000)));
        assertThat(comparison.overTime()).isEqualTo(new RhythmFigures(2000, 1000, 1000, 4000, 2000));
        assertThat(comparison.overBeats()).isEqualTo(new RhythmFigures(1, 1, 1, 0, 1));
    }

    private static EpisodeFigures fibrillation(List<Annotation> reference, List<Annotation> test) {
        return EpisodeComparison.of(record(reference, test), Rhythm.ATRIAL_FIBRILLATION);
    }

    private static ComparedRecord record(List<Annotation> reference, List<Annotation> test) {
        return new ComparedRecord("x", 360, TestPeriod.wholeRecord(LENGTH), reference, test);
    }

    private static Annotation rhythm(long sample, String name) {
        return Annotation.rhythm(sample, name);
    }
}
