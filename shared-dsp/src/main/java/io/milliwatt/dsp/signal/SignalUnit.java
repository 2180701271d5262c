package io.milliwatt.dsp.signal;

import java.util.OptionalDouble;

/** What one unit of a sample means. */
public enum SignalUnit {
    /** Standard gravity, 9.80665 m/s² (ISO 80000-3). */
    G("g", OptionalDouble.of(SignalUnit.STANDARD_GRAVITY)),
    METRES_PER_SECOND_SQUARED("m/s²", OptionalDouble.of(1)),
    MILLIMETRES_PER_SECOND("mm/s", OptionalDouble.empty()),
    UNKNOWN("unknown unit", OptionalDouble.empty());

    /** Metres per second squared in one g, exact by definition (CGPM 1901). */
    public static final double STANDARD_GRAVITY = 9.80665;

    private final String symbol;
    private final OptionalDouble metresPerSecondSquared;

    SignalUnit(String symbol, OptionalDouble metresPerSecondSquared) {
        this.symbol = symbol;
        this.metresPerSecondSquared = metresPerSecondSquared;
    }

    public String symbol() {
        return symbol;
    }

    /** Metres per second squared in one unit; empty where the signal is not an acceleration. */
    public OptionalDouble metresPerSecondSquared() {
        return metresPerSecondSquared;
    }
}
