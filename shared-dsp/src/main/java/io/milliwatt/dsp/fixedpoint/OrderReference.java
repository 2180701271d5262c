package io.milliwatt.dsp.fixedpoint;

/** What a spectral line is a multiple of. The position in this list is the number in a recipe section. */
public enum OrderReference {
    OUTER_RACE,
    INNER_RACE,
    BALL_DEFECT,
    CAGE,
    SHAFT;

    /** The order in multiples of the shaft's frequency, Q16. */
    public int orderQ16(FaultOrders orders) {
        return switch (this) {
            case OUTER_RACE -> orders.outerRaceQ16();
            case INNER_RACE -> orders.innerRaceQ16();
            case BALL_DEFECT -> orders.ballDefectQ16();
            case CAGE -> orders.cageQ16();
            case SHAFT -> 1 << 16;
        };
    }
}
