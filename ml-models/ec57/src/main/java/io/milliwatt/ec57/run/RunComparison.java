package io.milliwatt.ec57.run;

import io.milliwatt.datasets.ecg.EscapeBeats;
import io.milliwatt.datasets.wfdb.Annotation;
import io.milliwatt.ec57.ComparedRecord;
import java.util.List;

/**
 * Goes through the runs of one file and finds the longest run of the other at each one's place, 150 ms wider on both sides, as WFDB's
 * rxr 10.7 does (rxr.c).
 */
public final class RunComparison {
    private final RunKind kind;
    private final long window;
    private final long firstSample;
    private final long endSample;
    private final MarkCursor runs;
    private final RunSearch search;
    private final boolean referenceGivesRuns;
    private final long[][] counts = new long[RunMatrix.LONGEST + 1][RunMatrix.LONGEST + 1];
    private int length;
    private long windowBegin;
    private long windowEnd;

    private RunComparison(ComparedRecord compared, RunKind kind, EscapeBeats convention, boolean referenceGivesRuns) {
        this.kind = kind;
        this.referenceGivesRuns = referenceGivesRuns;
        window = compared.matchWindowSamples();
        firstSample = compared.period().firstSample();
        endSample = compared.period().endSample();
        List<Annotation> giving = referenceGivesRuns ? compared.reference() : compared.test();
        List<Annotation> searched = referenceGivesRuns ? compared.test() : compared.reference();
        runs = new MarkCursor(giving, convention);
        search = new RunSearch(new MarkCursor(searched, convention), kind);
    }

    /** @param convention rxr's own is {@link EscapeBeats#SUPRAVENTRICULAR} */
    public static RunFigures of(ComparedRecord compared, RunKind kind, EscapeBeats convention) {
        return new RunFigures(
                new RunComparison(compared, kind, convention, true).matrix(),
                new RunComparison(compared, kind, convention, false).matrix());
    }

    private RunMatrix matrix() {
        if (enterTestPeriod()) {
            goThrough();
        }
        return RunMatrix.of(counts);
    }

    /** A rhythm that goes on from the learning period is a long run already. */
    private boolean enterTestPeriod() {
        while (runs.advance()) {
            if (runs.sample() >= firstSample) {
                windowBegin = firstSample - window;
                windowEnd = firstSample + window;
                return true;
            }
            Mark mark = runs.mark();
            if (mark == Mark.rhythmBegins(kind)) {
                length = RunMatrix.LONGEST;
            } else if (mark == Mark.VENTRICULAR_FLUTTER_ENDS || mark == Mark.ATRIAL_FIBRILLATION_ENDS) {
                length = 0;
            }
        }
        return false;
    }

    private void goThrough() {
        do {
            Mark mark = runs.mark();
            if (length == 0) {
                beginRun(mark);
            } else if (mark.endsRun(kind)) {
                endRun();
            } else if (mark == Mark.beat(kind)) {
                length = Math.min(length + 1, RunMatrix.LONGEST);
                windowEnd = runs.sample() + window;
            } else if (mark == Mark.rhythmEnds(kind)) {
                windowEnd = runs.sample() + window;
            }
            if (!runs.advance()) {
                if (length > 0) {
                    endRun();
                }
                return;
            }
        } while (runs.sample() <= endSample);
    }

    private void beginRun(Mark mark) {
        if (mark == Mark.beat(kind)) {
            length = 1;
            windowEnd = runs.sample() + window;
        } else if (mark == Mark.rhythmBegins(kind)) {
            length = RunMatrix.LONGEST;
        }
        if (length > 0) {
            windowBegin = runs.sample() - window;
        }
    }

    private void endRun() {
        int found = search.longest(windowBegin, windowEnd);
        counts[referenceGivesRuns ? length : found][referenceGivesRuns ? found : length]++;
        length = 0;
    }
}
