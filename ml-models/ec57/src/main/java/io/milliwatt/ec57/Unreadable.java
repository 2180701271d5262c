package io.milliwatt.ec57;

import io.milliwatt.datasets.wfdb.Annotation;
import io.milliwatt.datasets.wfdb.AnnotationCode;

/** How annotation files mark that a signal cannot be read, which is EC57's shutdown; noise on one of two signals is none. */
public final class Unreadable {
    /** Both signals unreadable, in the subtype of a change of signal quality (annot(5)). */
    private static final int BOTH_SIGNALS = 0x30;

    private Unreadable() {}

    /** Whether nothing can be read from there on. */
    public static boolean begins(Annotation annotation) {
        return annotation.code() == AnnotationCode.SIGNAL_QUALITY_CHANGE
                && (annotation.subtype() & BOTH_SIGNALS) == BOTH_SIGNALS;
    }
}
