package io.milliwatt.ec57.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.milliwatt.datasets.wfdb.Annotation;
import io.milliwatt.datasets.wfdb.AnnotationCode;
import io.milliwatt.ec57.TestPeriod;
import io.milliwatt.ec57.alarm.Alarm;
import io.milliwatt.ec57.alarm.AlarmKind;
import io.milliwatt.ec57.episode.Span;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class SetFiguresTest {

    /** A record of 10 beats, all found, and one of 90 of which 45 are: 55 % of all beats, 75 % on average. */
    @Test
    void grossCountsBeatsAndAverageCountsRecords() {
        SetFigures set = SetFigures.of("both", List.of(record("a", 10, 10), record("b", 90, 45)));
        SetFigures.Share sensitivity = set.share(Figure.QRS_SENSITIVITY);
        assertThat(sensitivity.gross().percent()).hasValue(55);
        assertThat(sensitivity.averagePercent()).hasValue(75);
        assertThat(set.gross().judgedSeconds()).isEqualTo(200);
    }

    @Test
    void aRecordWithoutTheThingIsNotInTheAverage() {
        SetFigures set = SetFigures.of("both", List.of(record("a", 10, 10), record("b", 90, 45)));
        assertThat(set.share(Figure.VEB_SENSITIVITY).averagePercent()).isEmpty();
        assertThat(set.share(Figure.VEB_SENSITIVITY).averagedRecords()).isZero();
        assertThat(set.share(Figure.AF_BEAT_SPECIFICITY).averagedRecords()).isEqualTo(2);
    }

    @Test
    void falseAlarmsOfAllRecordsAreOverTheHoursOfAll() {
        SetFigures set = SetFigures.of("both", List.of(record("a", 10, 10), record("b", 90, 45)));
        assertThat(set.gross()
                        .alarms()
                        .get(AlarmKind.ATRIAL_FIBRILLATION.ordinal())
                        .falsePerPatientHour()
                        .orElseThrow())
                .isCloseTo(2 * 3600 / 200.0, within(1e-9));
    }

    /** 100 s at 360 Hz, with an alarm that is false. */
    private static RecordFigures record(String name, int beats, int found) {
        return RecordFigures.of(
                name,
                360,
                TestPeriod.wholeRecord(36_000),
                beats(beats),
                new HeartFindings(
                        beats(found),
                        List.of(),
                        List.of(new Alarm(AlarmKind.ATRIAL_FIBRILLATION, new Span(100, 200)))));
    }

    private static List<Annotation> beats(int number) {
        return IntStream.rangeClosed(1, number)
                .mapToObj(i -> Annotation.of(300L * i, AnnotationCode.NORMAL))
                .toList();
    }
}
