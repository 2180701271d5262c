package io.milliwatt.dsp.fixedpoint.soil;

/** What is wrong with a reading of a depth; a flag's bit is its place here, the same in frames, on the station and in the app. */
public enum SoilFlag {
    /** Below nothing, or above what soil can hold. */
    RANGE,
    /** Ice is not felt as water. */
    FROZEN,
    /** Wetter than a day ago, though no water came. */
    RISE_WITHOUT_RAIN,
    /** Outside of the last day's range, told at once; a reading that stays there becomes a break. */
    SPIKE,
    /** A sudden step to another level. */
    BREAK,
    /** Flat and below the driest so far, after a fall. */
    LOW_PLATEAU,
    /** At the upper end of what this soil or this sensor knows. */
    SATURATED,
    /** Does not move though the water around it does. */
    STUCK,
    /** Runs away slowly; no node sets it, a station that sees months does. */
    DRIFT,
    /** The battery is so low that readings fall with it. */
    BATTERY_BIAS,
    /** No reading, or some are missing before it. */
    GAP;

    public int bit() {
        return 1 << ordinal();
    }

    public boolean isIn(int bits) {
        return (bits & bit()) != 0;
    }
}
