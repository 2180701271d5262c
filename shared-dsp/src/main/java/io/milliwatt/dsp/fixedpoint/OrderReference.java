package io.milliwatt.dsp.fixedpoint;

/** What a spectral line is a multiple of; the codes are those of recipe.md, operation 34. */
public enum OrderReference {
    OUTER_RACE(0),
    INNER_RACE(1),
    BALL_DEFECT(2),
    CAGE(3),
    SHAFT(4);

    private final int code;

    OrderReference(int code) {
        this.code = code;
    }

    public int code() {
        return code;
    }

    /** @throws IllegalArgumentException if nothing has this code */
    public static OrderReference ofCode(int code) {
        for (OrderReference reference : values()) {
            if (reference.code == code) {
                return reference;
            }
        }
        throw new IllegalArgumentException("Order reference " + code + " is outside 0 … 4.");
    }

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
