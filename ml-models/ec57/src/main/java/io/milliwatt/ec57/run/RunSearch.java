package io.milliwatt.ec57.run;

/** Finds the longest run within windows that are asked for in order of time. */
final class RunSearch {
    private static final long NEVER = Long.MAX_VALUE;

    private final MarkCursor cursor;
    private final RunKind kind;
    private long rhythmUntil;
    private boolean ended;

    RunSearch(MarkCursor cursor, RunKind kind) {
        this.cursor = cursor;
        this.kind = kind;
    }

    /** @return 0 to 6 beats; 6 where the rhythm overlaps the window */
    int longest(long begin, long end) {
        if (rhythmUntil > begin) {
            return RunMatrix.LONGEST;
        }
        if (ended) {
            return 0;
        }
        while (cursor.sample() < begin) {
            if (cursor.mark() == Mark.rhythmBegins(kind) && readRhythm() > begin) {
                return RunMatrix.LONGEST;
            }
            if (!advance()) {
                return 0;
            }
        }
        return longestUntil(end);
    }

    private int longestUntil(long end) {
        int longest = 0;
        int length = 0;
        while (cursor.sample() <= end) {
            Mark mark = cursor.mark();
            if (mark == Mark.rhythmBegins(kind)) {
                readRhythm();
                return RunMatrix.LONGEST;
            }
            if (mark == Mark.beat(kind)) {
                length = Math.min(length + 1, RunMatrix.LONGEST);
            } else if (mark.endsRun(kind) || mark == Mark.rhythmBegins(Mark.other(kind))) {
                longest = Math.max(longest, length);
                length = 0;
            }
            if (!advance()) {
                break;
            }
        }
        return Math.max(longest, length);
    }

    /** To where the rhythm ends, at the latest where the other one begins or the signal is lost. */
    private long readRhythm() {
        rhythmUntil = NEVER;
        while (cursor.advance()) {
            Mark mark = cursor.mark();
            if (mark == Mark.rhythmEnds(kind)
                    || mark == Mark.rhythmBegins(Mark.other(kind))
                    || mark == Mark.UNREADABLE_BEGINS) {
                rhythmUntil = cursor.sample();
                return rhythmUntil;
            }
        }
        return rhythmUntil;
    }

    private boolean advance() {
        ended = !cursor.advance();
        return !ended;
    }
}
