package io.milliwatt.dsp.fixedpoint.recipe;

/** What a sensor's counts measure; the codes are those of waveform blocks in frame.md, kind 4. */
public enum SampleUnit {
    METRES_PER_SECOND_SQUARED(1),
    STANDARD_GRAVITY(2),
    MILLIVOLT(3),
    /** Water content of soil, 0.1 % by volume. */
    TENTH_OF_A_PERCENT_BY_VOLUME(4),
    /** Temperature, 0.01 °C. */
    HUNDREDTH_OF_A_DEGREE_CELSIUS(5),
    /** Channels of several units take turns; each output names its own. */
    SEVERAL(6);

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
        throw new IllegalArgumentException("Unit code " + code
                + " is not 1 (m/s²), 2 (g), 3 (mV), 4 (0.1 % by volume), 5 (0.01 °C) or 6 (several).");
    }
}
