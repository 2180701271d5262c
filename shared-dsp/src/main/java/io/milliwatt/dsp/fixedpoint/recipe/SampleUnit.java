package io.milliwatt.dsp.fixedpoint.recipe;

/** What a sensor's counts measure; the codes are those of waveform blocks in frame.md, kind 4. */
public enum SampleUnit {
    METRES_PER_SECOND_SQUARED(1),
    STANDARD_GRAVITY(2),
    MILLIVOLT(3);

    private final int code;

    SampleUnit(int code) {
        this.code = code;
    }

    public int code() {
        return code;
    }

    /** @throws IllegalArgumentException if no unit has this code */
    public static SampleUnit ofCode(int code) {
        for (SampleUnit unit : values()) {
            if (unit.code == code) {
                return unit;
            }
        }
        throw new IllegalArgumentException("Unit code " + code + " is not 1 (m/s²), 2 (g) or 3 (mV).");
    }
}
