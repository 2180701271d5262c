package io.milliwatt.ec57.alarm;

import static org.assertj.core.api.Assertions.assertThat;

import io.milliwatt.datasets.wfdb.Annotation;
import io.milliwatt.datasets.wfdb.AnnotationCode;
import io.milliwatt.ec57.ComparedRecord;
import io.milliwatt.ec57.TestPeriod;
import io.milliwatt.ec57.episode.Span;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The borders of PhysioNet/CinC Challenge 2015: one beat inside and one outside of each. */
class AlarmComparisonTest {
    private static final int RATE_HZ = 1000;

    @Test
    void fourSecondsWithoutABeatAreAsystole() {
        assertThat(kinds(beats("NN", 3999))).isEmpty();
        assertThat(kinds(beats("NN", 4000))).containsExactly(AlarmKind.ASYSTOLE);
    }

    @Test
    void fiveBeatsBelowFortyAreExtremeBradycardia() {
        assertThat(kinds(beats("NNNNN", 1500))).isEmpty();
        assertThat(kinds(beats("NNNNN", 1501))).containsExactly(AlarmKind.EXTREME_BRADYCARDIA);
        assertThat(kinds(beats("NNNN", 1600))).isEmpty();
    }

    @Test
    void seventeenBeatsAboveAHundredAndFortyAreExtremeTachycardia() {
        assertThat(kinds(beats("N".repeat(17), 428))).containsExactly(AlarmKind.EXTREME_TACHYCARDIA);
        assertThat(kinds(beats("N".repeat(17), 429))).isEmpty();
        assertThat(kinds(beats("N".repeat(16), 400))).isEmpty();
    }

    @Test
    void ventricularBeatsAreCoupletRunOrTachycardiaByNumberAndRate() {
        assertThat(kinds(beats("NVVN", 500))).containsExactly(AlarmKind.VENTRICULAR_COUPLET);
        assertThat(kinds(beats("NVVVVN", 500))).containsExactly(AlarmKind.VENTRICULAR_RUN);
        assertThat(kinds(beats("NVVVVVN", 599))).containsExactly(AlarmKind.VENTRICULAR_TACHYCARDIA);
        assertThat(kinds(beats("NVVVVVN", 600))).containsExactly(AlarmKind.VENTRICULAR_RUN);
        assertThat(kinds(beats("NSSSN", 500))).containsExactly(AlarmKind.SUPRAVENTRICULAR_RUN);
    }

    @Test
    void aPauseOverAnUnreadableStretchIsNoAsystole() {
        List<Annotation> annotations = new ArrayList<>(beats("NN", 9000));
        annotations.add(1, new Annotation(10_000, AnnotationCode.SIGNAL_QUALITY_CHANGE, -1, 0, 0, ""));
        assertThat(kinds(annotations)).isEmpty();
    }

    /** The second signal is noisy there, as often in MIT-BIH; the beats can be read all the same. */
    @Test
    void noiseOnOneSignalCutsNoRun() {
        List<Annotation> annotations = new ArrayList<>(beats("NVVVVVN", 400));
        annotations.add(3, new Annotation(1_300, AnnotationCode.SIGNAL_QUALITY_CHANGE, 2, 0, 0, ""));
        assertThat(kinds(annotations)).containsExactly(AlarmKind.VENTRICULAR_TACHYCARDIA);
    }

    /** The nodes' own rules on the reference's beats; asystole and extreme rates go on being told by their own definitions. */
    @Test
    void whatOnlyTheNodesDefineIsToldByTheirRules() {
        assertThat(kindsByRules(beats("NNNNNN", 1_300))).containsExactly(AlarmKind.BRADYCARDIA);
        assertThat(kindsByRules(beats("N".repeat(12), 450))).containsExactly(AlarmKind.TACHYCARDIA);
        assertThat(kindsByRules(beats("NN", 3_100))).containsExactly(AlarmKind.PAUSE);
        assertThat(kindsByRules(beats("NVNVNVN", 700))).containsExactly(AlarmKind.BIGEMINY);
        assertThat(kindsByRules(beats("NNVNNVNNVNN", 700))).containsExactly(AlarmKind.TRIGEMINY);
        assertThat(kindsByRules(beats("NV" + "NNNV".repeat(10), 700)))
                .containsExactly(AlarmKind.FREQUENT_VENTRICULAR_BEATS);
    }

    @Test
    void falseAlarmsAreCountedPerHourOfThePatient() {
        ComparedRecord compared = new ComparedRecord(
                "x", RATE_HZ, TestPeriod.wholeRecord(1800L * RATE_HZ), beats("NNN", 5000), List.of());
        List<AlarmFigures> figures = AlarmComparison.of(
                compared,
                List.of(
                        new Alarm(AlarmKind.ASYSTOLE, new Span(9_000, 10_000)),
                        new Alarm(AlarmKind.ASYSTOLE, new Span(400_000, 404_000)),
                        new Alarm(AlarmKind.VENTRICULAR_COUPLET, new Span(9_000, 9_500))));
        AlarmFigures asystole = figures.get(AlarmKind.ASYSTOLE.ordinal());
        assertThat(asystole.trueAlarms()).isEqualTo(1);
        assertThat(asystole.falseAlarms()).isEqualTo(1);
        assertThat(asystole.falsePerPatientHour()).hasValue(2);
        assertThat(asystole.sensitivity().of()).isEqualTo(2);
        assertThat(asystole.sensitivity().count()).isEqualTo(2);
        assertThat(figures.get(AlarmKind.VENTRICULAR_COUPLET.ordinal()).falseAlarms())
                .isEqualTo(1);
    }

    private static List<AlarmKind> kinds(List<Annotation> reference) {
        return all(reference)
                .filter(kind -> kind.compareTo(AlarmKind.SUPRAVENTRICULAR_RUN) <= 0)
                .toList();
    }

    private static List<AlarmKind> kindsByRules(List<Annotation> reference) {
        return all(reference)
                .filter(kind -> kind.compareTo(AlarmKind.SUPRAVENTRICULAR_RUN) > 0)
                .toList();
    }

    private static Stream<AlarmKind> all(List<Annotation> reference) {
        return ReferenceConditions.of(reference, RATE_HZ, 100_000).stream().map(Alarm::kind);
    }

    private static List<Annotation> beats(String mnemonics, int interval) {
        List<Annotation> annotations = new ArrayList<>();
        for (char mnemonic : mnemonics.toCharArray()) {
            annotations.add(Annotation.of(
                    (long) interval * (annotations.size() + 1),
                    AnnotationCode.ofMnemonic(String.valueOf(mnemonic)).orElseThrow()));
        }
        return annotations;
    }
}
