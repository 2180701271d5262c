package io.milliwatt.dsp.vibration.diagnosis;

/** What may be wrong with a recording rather than with the machine. */
public enum QualityIssue {
    STOPPED("stopped"),
    CONSTANT("constant"),
    TOO_SHORT("too-short"),
    SPEED_MISMATCH("speed-mismatch"),
    RATE_MISMATCH("rate-mismatch"),
    CLIPPED("clipped"),
    DROPPED_SAMPLES("dropped-samples"),
    NOT_FINITE("not-finite");

    private final String code;

    QualityIssue(String code) {
        this.code = code;
    }

    public String code() {
        return code;
    }

    /** Whether nothing can be said about the bearing. */
    public boolean forbidsDiagnosis() {
        return this == STOPPED || this == CONSTANT;
    }
}
