package io.milliwatt.ec57.run;

import io.milliwatt.datasets.ecg.BeatClass;
import io.milliwatt.datasets.ecg.EscapeBeats;
import io.milliwatt.datasets.wfdb.Annotation;
import io.milliwatt.datasets.wfdb.AnnotationCode;
import io.milliwatt.ec57.Unreadable;
import java.util.List;

/** Goes through a file's annotations and reads each one's mark, once, in the light of the rhythm that is going on. */
final class MarkCursor {
    /** What stands before the first annotation. */
    private static final Annotation NOTHING = Annotation.of(0, AnnotationCode.NOT_QRS);

    private final List<Annotation> annotations;
    private final EscapeBeats convention;
    private int read;
    private Annotation current = NOTHING;
    private boolean inFibrillation;
    private boolean inFlutter;
    private boolean unreadable;

    MarkCursor(List<Annotation> annotations, EscapeBeats convention) {
        this.annotations = annotations;
        this.convention = convention;
    }

    /** To the next annotation; without one, stays where it is. */
    boolean advance() {
        if (read == annotations.size()) {
            return false;
        }
        current = annotations.get(read++);
        return true;
    }

    long sample() {
        return current.sample();
    }

    /** Of the current annotation. Asked again, a begin or an end is no longer one. */
    Mark mark() {
        return switch (current.code()) {
            case SIGNAL_QUALITY_CHANGE -> quality(Unreadable.begins(current));
            case FLUTTER_BEGINS -> beginFlutter();
            case FLUTTER_ENDS -> inFlutter ? endFlutter() : Mark.OTHER;
            case RHYTHM_CHANGE -> rhythm(current.auxiliary());
            default -> convention.classOf(current.code()).map(this::beat).orElse(Mark.OTHER);
        };
    }

    private Mark beat(BeatClass beatClass) {
        return switch (beatClass) {
            case N -> inFibrillation ? Mark.SUPRAVENTRICULAR_BEAT : Mark.NORMAL_BEAT;
            case S -> Mark.SUPRAVENTRICULAR_BEAT;
            case V, F -> Mark.VENTRICULAR_BEAT;
            case Q -> Mark.UNKNOWN_BEAT;
        };
    }

    private Mark quality(boolean nowUnreadable) {
        boolean begins = nowUnreadable && !unreadable;
        unreadable = nowUnreadable;
        return begins ? Mark.UNREADABLE_BEGINS : Mark.OTHER;
    }

    private Mark rhythm(String rhythm) {
        if (rhythm.startsWith("(AF")) {
            boolean begins = !inFibrillation;
            inFibrillation = true;
            inFlutter = !begins && inFlutter;
            return begins ? Mark.ATRIAL_FIBRILLATION_BEGINS : Mark.OTHER;
        }
        if (rhythm.startsWith("(VF")) {
            return beginFlutter();
        }
        if (rhythm.isEmpty()) {
            return Mark.OTHER;
        }
        if (inFibrillation) {
            inFibrillation = false;
            return Mark.ATRIAL_FIBRILLATION_ENDS;
        }
        return inFlutter ? endFlutter() : Mark.OTHER;
    }

    private Mark beginFlutter() {
        if (inFlutter) {
            return Mark.OTHER;
        }
        inFibrillation = false;
        inFlutter = true;
        return Mark.VENTRICULAR_FLUTTER_BEGINS;
    }

    private Mark endFlutter() {
        inFlutter = false;
        return Mark.VENTRICULAR_FLUTTER_ENDS;
    }
}
