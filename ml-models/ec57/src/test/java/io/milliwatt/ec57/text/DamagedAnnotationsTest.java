package io.milliwatt.ec57.text;

import static org.assertj.core.api.Assertions.assertThat;

import io.milliwatt.datasets.ecg.EscapeBeats;
import io.milliwatt.datasets.wfdb.Annotation;
import io.milliwatt.datasets.wfdb.AnnotationCode;
import io.milliwatt.ec57.ComparedRecord;
import io.milliwatt.ec57.MitBihAnnotations;
import io.milliwatt.ec57.beat.BeatComparison;
import io.milliwatt.ec57.beat.BeatFigures;
import io.milliwatt.ec57.episode.EpisodeComparison;
import io.milliwatt.ec57.episode.Rhythm;
import io.milliwatt.ec57.run.RunComparison;
import io.milliwatt.ec57.run.RunKind;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.junit.jupiter.api.Test;

/**
 * The lines of all comparisons for reference annotations that were damaged by rule: beats left out, moved, renamed and added, rhythms late,
 * and shutdowns with beats inside. The expected lines were made by a script that follows bxb.c, rxr.c and epicmp.c of WFDB 10.7 statement
 * by statement; on 480 further comparisons with random damage it and this module gave the same 2,880 lines.
 */
class DamagedAnnotationsTest {
    private static final AnnotationCode[] RENAMED = {
        AnnotationCode.NORMAL,
        AnnotationCode.PREMATURE_VENTRICULAR,
        AnnotationCode.SUPRAVENTRICULAR_PREMATURE,
        AnnotationCode.VENTRICULAR_FUSION,
        AnnotationCode.UNCLASSIFIABLE
    };

    @Test
    void everyLineIsThatOfWfdbsRules() throws IOException {
        StringBuilder lines = new StringBuilder();
        for (int record : new int[] {203, 207, 223}) {
            String name = Integer.toString(record);
            ComparedRecord compared = MitBihAnnotations.with(record, damaged(MitBihAnnotations.of(record)));
            BeatFigures beats = BeatComparison.of(compared, EscapeBeats.SUPRAVENTRICULAR);
            lines.append(BeatText.line(name, beats)).append(BeatText.shutdownLine(name, beats));
            for (RunKind kind : RunKind.values()) {
                lines.append(RunText.line(name, RunComparison.of(compared, kind, EscapeBeats.SUPRAVENTRICULAR)));
            }
            for (Rhythm rhythm : List.of(Rhythm.ATRIAL_FIBRILLATION, Rhythm.VENTRICULAR_FLUTTER_OR_FIBRILLATION)) {
                lines.append(EpisodeTable.line(name, EpisodeComparison.of(compared, rhythm)));
            }
        }
        try (InputStream expected = getClass().getResourceAsStream("damaged-annotations.txt")) {
            assertThat(lines).hasToString(new String(expected.readAllBytes(), StandardCharsets.UTF_8));
        }
    }

    private static List<Annotation> damaged(List<Annotation> reference) {
        List<Annotation> damaged = new ArrayList<>();
        int beats = 0;
        for (Annotation annotation : reference) {
            if (annotation.code().isQrs()) {
                beats++;
                if (beats % 37 != 0) {
                    addDamagedBeat(annotation, beats, damaged);
                }
            } else if (isRhythm(annotation.code())) {
                damaged.add(at(annotation.sample() + 400, annotation.code(), 0, annotation.auxiliary()));
            }
        }
        damaged.sort(Comparator.comparingLong(Annotation::sample));
        return damaged;
    }

    private static boolean isRhythm(AnnotationCode code) {
        return code == AnnotationCode.RHYTHM_CHANGE
                || code == AnnotationCode.FLUTTER_BEGINS
                || code == AnnotationCode.FLUTTER_ENDS;
    }

    private static void addDamagedBeat(Annotation beat, int number, List<Annotation> damaged) {
        AnnotationCode code = number % 23 == 0 ? RENAMED[number / 23 % RENAMED.length] : beat.code();
        damaged.add(at(beat.sample() + number * 7L % 61 - 30, code, 0, ""));
        if (number % 41 == 0) {
            damaged.add(at(beat.sample() + 100, AnnotationCode.NORMAL, 0, ""));
        }
        if (number % 500 == 0) {
            damaged.add(at(beat.sample() + 70, AnnotationCode.SIGNAL_QUALITY_CHANGE, -1, ""));
            damaged.add(at(beat.sample() + 1200, AnnotationCode.SIGNAL_QUALITY_CHANGE, 0, ""));
        }
    }

    private static Annotation at(long sample, AnnotationCode code, int subtype, String auxiliary) {
        return new Annotation(sample, code, subtype, 0, 0, auxiliary);
    }
}
