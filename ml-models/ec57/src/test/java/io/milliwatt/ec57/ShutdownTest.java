package io.milliwatt.ec57;

import static org.assertj.core.api.Assertions.assertThat;

import io.milliwatt.datasets.ecg.EscapeBeats;
import io.milliwatt.datasets.wfdb.Annotation;
import io.milliwatt.datasets.wfdb.AnnotationCode;
import io.milliwatt.ec57.beat.BeatComparison;
import io.milliwatt.ec57.beat.BeatFigures;
import io.milliwatt.ec57.beat.Label;
import java.util.List;
import org.junit.jupiter.api.Test;

class ShutdownTest {
    private static final List<Annotation> TOLD = List.of(
            Annotation.of(300, AnnotationCode.NORMAL),
            quality(500, 1),
            Annotation.of(700, AnnotationCode.UNCLASSIFIABLE),
            Annotation.rhythm(900, "(N"),
            quality(1580, 0),
            Annotation.of(2000, AnnotationCode.NORMAL),
            quality(2500, -1),
            quality(2600, 0));

    @Test
    void nothingIsToldBetweenTheMarksOfNoise() {
        assertThat(Shutdown.inNoise(TOLD))
                .containsExactly(
                        TOLD.get(0),
                        quality(500, -1),
                        quality(1580, 0),
                        TOLD.get(5),
                        quality(2500, -1),
                        quality(2600, 0));
    }

    @Test
    void noiseUntilALeadIsOffGoesOverIntoIt() {
        List<Annotation> told =
                List.of(quality(500, 1), Annotation.of(700, AnnotationCode.NORMAL), quality(900, 0), quality(900, -1));
        assertThat(Shutdown.inNoise(told)).containsExactly(quality(500, -1), quality(900, 0), quality(900, -1));
    }

    /** The same beats counted both ways: found as Q, and missed while the signal is called noisy. */
    @Test
    void beatsInNoiseAreFoundOrMissedInShutdown() {
        List<Annotation> reference = List.of(
                Annotation.of(300, AnnotationCode.NORMAL),
                Annotation.of(700, AnnotationCode.NORMAL),
                Annotation.of(2000, AnnotationCode.NORMAL));
        assertThat(figures(reference, TOLD).matrix().count(Label.N, Label.Q)).isEqualTo(1);
        assertThat(figures(reference, TOLD).qrsSensitivity().percent()).hasValue(100);
        BeatFigures shut = figures(reference, Shutdown.inNoise(TOLD));
        assertThat(shut.missedInShutdown().count()).isEqualTo(1);
        assertThat(shut.shutdownSeconds()).isEqualTo(3);
    }

    private static BeatFigures figures(List<Annotation> reference, List<Annotation> test) {
        return BeatComparison.of(
                new ComparedRecord("x", 360, TestPeriod.wholeRecord(36_000), reference, test), EscapeBeats.NORMAL);
    }

    private static Annotation quality(long sample, int subtype) {
        return new Annotation(sample, AnnotationCode.SIGNAL_QUALITY_CHANGE, subtype, 0, 0, "");
    }
}
