package io.milliwatt.dsp.fixedpoint;

/**
 * A bearing's fault frequencies in multiples of the shaft's, Q16, 0 … 2²² − 1; 0 where the machine has none.
 *
 * @param outerRaceQ16 BPFO
 * @param innerRaceQ16 BPFI
 * @param ballDefectQ16 twice the ball's spin frequency: a defect meets both races in one turn
 * @param cageQ16 FTF
 */
public record FaultOrders(int outerRaceQ16, int innerRaceQ16, int ballDefectQ16, int cageQ16) {

    public static final FaultOrders NONE = new FaultOrders(0, 0, 0, 0);
    private static final int LIMIT_Q16 = 1 << 22;

    public FaultOrders {
        requireInRange("outer race", outerRaceQ16);
        requireInRange("inner race", innerRaceQ16);
        requireInRange("ball defect", ballDefectQ16);
        requireInRange("cage", cageQ16);
    }

    /** From orders as bearing catalogues give them, for example BPFO 3.5848. */
    public static FaultOrders of(double outerRace, double innerRace, double ballDefect, double cage) {
        return new FaultOrders(toQ16(outerRace), toQ16(innerRace), toQ16(ballDefect), toQ16(cage));
    }

    private static int toQ16(double order) {
        return Math.toIntExact(Math.round(order * 65_536));
    }

    private static void requireInRange(String name, int orderQ16) {
        if (orderQ16 < 0 || orderQ16 >= LIMIT_Q16) {
            throw new IllegalArgumentException("The " + name + " order " + orderQ16 / 65_536.0
                    + " is outside 0 … 64 shaft orders; give the order, not a frequency in hertz.");
        }
    }
}
