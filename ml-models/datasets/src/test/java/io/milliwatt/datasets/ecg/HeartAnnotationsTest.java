package io.milliwatt.datasets.ecg;

import static org.assertj.core.api.Assertions.assertThat;

import io.milliwatt.datasets.wfdb.Annotation;
import io.milliwatt.datasets.wfdb.AnnotationCode;
import io.milliwatt.datasets.wfdb.AnnotationFile;
import io.milliwatt.datasets.wfdb.AnnotationWriter;
import io.milliwatt.datasets.wfdb.WfdbReader;
import io.milliwatt.dsp.fixedpoint.heart.BeatClass;
import io.milliwatt.dsp.fixedpoint.heart.RhythmClass;
import io.milliwatt.dsp.fixedpoint.heart.RhythmEvent;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class HeartAnnotationsTest {
    private final HeartAnnotations heart = new HeartAnnotations();

    @TempDir
    Path folder;

    @Test
    void beatsCarryTheirClassAndWhetherItIsCertain() {
        heart.add(300, BeatClass.VENTRICULAR, false);
        heart.add(100, BeatClass.NORMAL, true);
        assertThat(heart.upTo(1000))
                .containsExactly(
                        Annotation.of(100, AnnotationCode.NORMAL),
                        new Annotation(100, AnnotationCode.RHYTHM_CHANGE, 0, 0, 1, "(N"),
                        new Annotation(
                                300, AnnotationCode.PREMATURE_VENTRICULAR, HeartAnnotations.UNCERTAIN, 0, 0, ""));
    }

    /** A run within fibrillation of the atria: the run is named while it lasts, and fibrillation again after it. */
    @Test
    void theGravestRhythmThatStandsIsNamed() {
        heart.add(0, BeatClass.NORMAL, true);
        begin(RhythmClass.ATRIAL_FIBRILLATION, 1000);
        begin(RhythmClass.VENTRICULAR_TACHYCARDIA, 2000);
        end(RhythmClass.VENTRICULAR_TACHYCARDIA, 2000, 3000);
        end(RhythmClass.ATRIAL_FIBRILLATION, 1000, 5000);
        begin(RhythmClass.BIGEMINY, 7000);
        assertThat(rhythms(9000)).containsExactly("0 (N", "1000 (AFIB", "2000 (VT", "3000 (AFIB", "5000 (N", "7000 (B");
    }

    /** Overlapping stretches of one class, and one of no length, as a late end may give. */
    @Test
    void stretchesOfOneClassMayOverlap() {
        end(RhythmClass.BIGEMINY, 100, 500);
        end(RhythmClass.BIGEMINY, 300, 700);
        end(RhythmClass.TRIGEMINY, 600, 600);
        assertThat(rhythms(9000)).containsExactly("100 (B", "700 (N");
    }

    @Test
    void flutterStandsBetweenBracketsAndEndsWithTheRecording() {
        begin(RhythmClass.VENTRICULAR_FIBRILLATION, 500);
        List<Annotation> annotations = heart.upTo(800);
        assertThat(annotations)
                .extracting(Annotation::code)
                .containsExactly(
                        AnnotationCode.RHYTHM_CHANGE, AnnotationCode.FLUTTER_BEGINS, AnnotationCode.FLUTTER_ENDS);
        assertThat(annotations.getFirst().auxiliary()).isEqualTo("(VFL");
        assertThat(annotations.getLast().sample()).isEqualTo(800);
    }

    @Test
    void aLeadOffIsShutdownNoiseIsMarkedAndEverythingElseIsAComment() {
        begin(RhythmClass.POOR_SIGNAL, 100);
        end(RhythmClass.POOR_SIGNAL, 100, 400);
        begin(RhythmClass.PAUSE, 600);
        end(RhythmClass.PAUSE, 600, 900);
        begin(RhythmClass.LEAD_OFF, 950);
        assertThat(heart.upTo(1000))
                .containsExactly(
                        new Annotation(100, AnnotationCode.SIGNAL_QUALITY_CHANGE, 1, 0, 0, ""),
                        Annotation.of(400, AnnotationCode.SIGNAL_QUALITY_CHANGE),
                        new Annotation(600, AnnotationCode.COMMENT, 0, 0, 0, "pause"),
                        new Annotation(900, AnnotationCode.COMMENT, 0, 0, 0, "pause ends"),
                        new Annotation(950, AnnotationCode.SIGNAL_QUALITY_CHANGE, -1, 0, 0, "lead off"));
    }

    /** WFDB's bxb takes a shutdown whose next annotation is not its end for one without an end. */
    @Test
    void nothingStandsBetweenTheMarksOfAShutdown() {
        begin(RhythmClass.PAUSE, 60);
        end(RhythmClass.PAUSE, 60, 100);
        begin(RhythmClass.LEAD_OFF, 100);
        end(RhythmClass.LEAD_OFF, 100, 400);
        heart.add(370, BeatClass.NORMAL, true);
        heart.add(420, BeatClass.NORMAL, true);
        assertThat(heart.upTo(1000).stream()
                        .map(annotation ->
                                annotation.sample() + annotation.code().mnemonic() + annotation.subtype()))
                .containsExactly("60\"0", "100\"0", "100~-1", "370~0", "370N0", "370+0", "420N0");
    }

    /** Beats go on in noise, and what tells of both stays in the order of time. */
    @Test
    void beatsStandBetweenTheMarksOfNoise() {
        begin(RhythmClass.POOR_SIGNAL, 100);
        heart.add(250, BeatClass.UNCLASSIFIABLE, false);
        end(RhythmClass.POOR_SIGNAL, 100, 400);
        begin(RhythmClass.LEAD_OFF, 400);
        end(RhythmClass.LEAD_OFF, 400, 700);
        assertThat(heart.upTo(1000).stream()
                        .map(annotation ->
                                annotation.sample() + annotation.code().mnemonic() + annotation.subtype()))
                .containsExactly("100~1", "250Q1", "250+0", "400~0", "400~-1", "700~0");
    }

    @Test
    void everyEventOfEveryClassMakesAFileThatReadsAsItWasWritten() throws IOException {
        for (RhythmClass rhythm : RhythmClass.values()) {
            begin(rhythm, 100L * rhythm.number());
            end(rhythm, 100L * rhythm.number(), 100L * rhythm.number() + 500);
            heart.add(100L * rhythm.number(), BeatClass.values()[rhythm.number() % 5], true);
        }
        List<Annotation> annotations = heart.upTo(2400);
        AnnotationWriter.write(AnnotationFile.of(annotations), folder.resolve("r.mw"));
        assertThat(WfdbReader.refusingDamage()
                        .annotations(folder.resolve("r.mw"))
                        .annotations())
                .isEqualTo(annotations);
        assertThat(HeartAnnotations.text(RhythmClass.R_ON_T)).isEqualTo("R on T");
        assertThat(HeartAnnotations.text(RhythmClass.VENTRICULAR_COUPLET)).isEqualTo("ventricular couplet");
    }

    private void begin(RhythmClass rhythm, long onset) {
        heart.add(new RhythmEvent(rhythm, false, 0, 0, onset, onset + 50));
    }

    private void end(RhythmClass rhythm, long onset, long end) {
        heart.add(new RhythmEvent(rhythm, true, 0, 0, onset, end));
    }

    private List<String> rhythms(long end) {
        return heart.upTo(end).stream()
                .filter(annotation -> annotation.code() == AnnotationCode.RHYTHM_CHANGE)
                .map(annotation -> annotation.sample() + " " + annotation.auxiliary())
                .toList();
    }
}
