package io.milliwatt.dsp.fixedpoint.recipe;

/**
 * How often a recipe's sensor is read: a rate, or for slow sensors the period from one sample to the next.
 *
 * @param field as the section holds it: a rate in millihertz, or with bit 31 set a period in milliseconds
 */
public record SampleClock(int field) {

    private static final int MILLIHERTZ_TIMES_MILLIS = 1_000_000;

    public SampleClock {
        ParameterRange.require(
                (field & Integer.MAX_VALUE) != 0, "A sample rate or period is at least 1, but the recipe says", field);
    }

    /** @param milliHertz 1 … 2³¹ − 1 */
    public static SampleClock ofRateMilliHertz(int milliHertz) {
        ParameterRange.requireRange("sample rate in millihertz", milliHertz, 1, Integer.MAX_VALUE);
        return new SampleClock(milliHertz);
    }

    /** @param milliseconds 1 … 2³¹ − 1 */
    public static SampleClock ofPeriodMillis(int milliseconds) {
        ParameterRange.requireRange("sample period in milliseconds", milliseconds, 1, Integer.MAX_VALUE);
        return new SampleClock(milliseconds | Integer.MIN_VALUE);
    }

    /** Whether the period is given, not the rate. */
    public boolean isSlow() {
        return field < 0;
    }

    /** The rate in millihertz; that of a slow sensor is rounded down, but not below 1. */
    public int milliHertz() {
        return isSlow() ? Math.max(1, MILLIHERTZ_TIMES_MILLIS / (field & Integer.MAX_VALUE)) : field;
    }

    /** Milliseconds from one sample to the next, rounded down for a sensor whose rate is given. */
    public int periodMillis() {
        return isSlow() ? field & Integer.MAX_VALUE : MILLIHERTZ_TIMES_MILLIS / field;
    }
}
