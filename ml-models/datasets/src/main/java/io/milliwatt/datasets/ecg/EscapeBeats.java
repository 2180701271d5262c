package io.milliwatt.datasets.ecg;

import io.milliwatt.datasets.wfdb.AnnotationCode;
import java.util.Optional;

/**
 * Where atrial, nodal and supraventricular escape beats (e, j, n) are counted. Figures under one convention cannot be compared with
 * figures under the other: in DS2 of MIT-BIH 213 beats change sides.
 */
public enum EscapeBeats {
    /** As de Chazal, O'Dwyer and Reilly (2004) and most papers after them. */
    NORMAL(BeatClass.N),
    /** As WFDB's bxb. */
    SUPRAVENTRICULAR(BeatClass.S);

    private final BeatClass escape;

    EscapeBeats(BeatClass escape) {
        this.escape = escape;
    }

    /** The AAMI class of a beat; empty for what is no beat. */
    public Optional<BeatClass> classOf(AnnotationCode code) {
        return switch (code) {
            case NORMAL, LEFT_BUNDLE_BRANCH_BLOCK, RIGHT_BUNDLE_BRANCH_BLOCK, BUNDLE_BRANCH_BLOCK ->
                Optional.of(BeatClass.N);
            case ATRIAL_PREMATURE, ABERRATED_ATRIAL_PREMATURE, NODAL_PREMATURE, SUPRAVENTRICULAR_PREMATURE ->
                Optional.of(BeatClass.S);
            case ATRIAL_ESCAPE, NODAL_ESCAPE, SUPRAVENTRICULAR_ESCAPE -> Optional.of(escape);
            case PREMATURE_VENTRICULAR, VENTRICULAR_ESCAPE, R_ON_T -> Optional.of(BeatClass.V);
            case VENTRICULAR_FUSION -> Optional.of(BeatClass.F);
            case PACED, PACED_FUSION, UNCLASSIFIABLE, LEARNING -> Optional.of(BeatClass.Q);
            default -> Optional.empty();
        };
    }
}
