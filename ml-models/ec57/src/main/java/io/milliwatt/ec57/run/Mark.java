package io.milliwatt.ec57.run;

/** What an annotation means for runs. */
enum Mark {
    NORMAL_BEAT,
    VENTRICULAR_BEAT,
    SUPRAVENTRICULAR_BEAT,
    UNKNOWN_BEAT,
    VENTRICULAR_FLUTTER_BEGINS,
    VENTRICULAR_FLUTTER_ENDS,
    ATRIAL_FIBRILLATION_BEGINS,
    ATRIAL_FIBRILLATION_ENDS,
    UNREADABLE_BEGINS,
    OTHER;

    /** Whether it can only stand after a run, never within it. */
    boolean endsRun(RunKind kind) {
        return this == NORMAL_BEAT || this == UNKNOWN_BEAT || this == UNREADABLE_BEGINS || this == beatOfOther(kind);
    }

    static Mark beat(RunKind kind) {
        return kind == RunKind.VENTRICULAR ? VENTRICULAR_BEAT : SUPRAVENTRICULAR_BEAT;
    }

    static Mark rhythmBegins(RunKind kind) {
        return kind == RunKind.VENTRICULAR ? VENTRICULAR_FLUTTER_BEGINS : ATRIAL_FIBRILLATION_BEGINS;
    }

    static Mark rhythmEnds(RunKind kind) {
        return kind == RunKind.VENTRICULAR ? VENTRICULAR_FLUTTER_ENDS : ATRIAL_FIBRILLATION_ENDS;
    }

    static RunKind other(RunKind kind) {
        return kind == RunKind.VENTRICULAR ? RunKind.SUPRAVENTRICULAR : RunKind.VENTRICULAR;
    }

    private static Mark beatOfOther(RunKind kind) {
        return beat(other(kind));
    }
}
