package io.milliwatt.ec57;

import io.milliwatt.datasets.wfdb.AnnotationCode;

/** The beats that WFDB's tools measure rates and amplitudes by. */
public final class ConductedBeats {
    private ConductedBeats() {}

    /** What ecgmap.h maps to a normal beat: all beats but ventricular ones, fusions and those of learning. */
    public static boolean include(AnnotationCode code) {
        return code.isBeat()
                && switch (code) {
                    case PREMATURE_VENTRICULAR, VENTRICULAR_ESCAPE, R_ON_T, VENTRICULAR_FUSION, LEARNING -> false;
                    default -> true;
                };
    }
}
