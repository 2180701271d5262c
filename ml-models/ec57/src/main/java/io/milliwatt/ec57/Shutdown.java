package io.milliwatt.ec57;

import io.milliwatt.datasets.wfdb.Annotation;
import io.milliwatt.datasets.wfdb.AnnotationCode;
import java.util.ArrayList;
import java.util.List;

/**
 * An analysis that goes on telling beats in a signal that it calls noisy, as if it shut down there instead (EC57): its beats in
 * noise are left out, and the noise is unreadable. So both ways of counting can be told beside one another.
 */
public final class Shutdown {
    private static final int UNREADABLE = -1;
    private static final int NOISY_SIGNALS = 0x0f;

    private Shutdown() {}

    /** @param told in order of time; everything between the marks of noise is left out */
    public static List<Annotation> inNoise(List<Annotation> told) {
        List<Annotation> kept = new ArrayList<>();
        boolean noisy = false;
        for (Annotation each : told) {
            boolean isMark = each.code() == AnnotationCode.SIGNAL_QUALITY_CHANGE;
            if (isMark && isNoisy(each) && !noisy) {
                kept.add(unreadable(each));
            } else if (isMark && !isNoisy(each) || !noisy) {
                kept.add(each);
            }
            noisy = isMark ? isNoisy(each) : noisy;
        }
        return kept;
    }

    private static boolean isNoisy(Annotation mark) {
        return !Unreadable.begins(mark) && (mark.subtype() & NOISY_SIGNALS) != 0;
    }

    private static Annotation unreadable(Annotation mark) {
        return new Annotation(mark.sample(), mark.code(), UNREADABLE, mark.channel(), mark.number(), mark.auxiliary());
    }
}
