package io.milliwatt.ec57;

import io.milliwatt.datasets.wfdb.Annotation;
import io.milliwatt.datasets.wfdb.AnnotationCode;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * Record 100s of WFDB's own test suite: the first minute of MIT-BIH record 100, whose annotations stand in
 * {@code checkpkg/expected/rdann.out} of bemoody/wfdb. There {@code sqrs} finds each of the 74 beats; its file is binary and not at
 * hand, so a beat five samples late stands for each of its own.
 */
public final class Record100s {
    public static final double RATE_HZ = 360;
    public static final long SAMPLES = 21_600;

    private static final int PREMATURE_AT = 2044;
    private static final int[] BEATS = {
        77, 370, 662, 946, 1231, 1515, 1809, 2044, 2402, 2706, 2998, 3282, 3560, 3862, 4170, 4466, 4764, 5060, 5346,
        5633, 5918, 6214, 6527, 6823, 7106, 7391, 7670, 7953, 8245, 8539, 8837, 9141, 9431, 9710, 9998, 10282, 10591,
        10894, 11191, 11480, 11781, 12066, 12350, 12645, 12949, 13266, 13562, 13842, 14131, 14423, 14710, 15011, 15310,
        15607, 15899, 16183, 16464, 16755, 17058, 17358, 17657, 17947, 18227, 18514, 18795, 19080, 19388, 19693, 19989,
        20271, 20554, 20837, 21131, 21423
    };

    private Record100s() {}

    public static List<Annotation> reference() {
        List<Annotation> annotations = new ArrayList<>();
        annotations.add(Annotation.rhythm(18, "(N"));
        for (int beat : BEATS) {
            annotations.add(Annotation.of(
                    beat, beat == PREMATURE_AT ? AnnotationCode.ATRIAL_PREMATURE : AnnotationCode.NORMAL));
        }
        return annotations;
    }

    /** As by a detector that classifies nothing. */
    public static List<Annotation> detected() {
        return Arrays.stream(BEATS)
                .mapToObj(beat -> Annotation.of(beat + 5, AnnotationCode.NORMAL))
                .toList();
    }

    /** As {@code -f 0} has it. */
    public static ComparedRecord compared() {
        return new ComparedRecord("100s", RATE_HZ, TestPeriod.wholeRecord(SAMPLES), reference(), detected());
    }
}
