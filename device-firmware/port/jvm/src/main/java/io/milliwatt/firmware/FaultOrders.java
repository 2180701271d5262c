package io.milliwatt.firmware;

/**
 * Fault frequencies of a bearing in multiples of the shaft's, in 1/65536; 0 where a machine has none.
 *
 * @param outerRaceQ16 BPFO, below 64 × 65536
 * @param innerRaceQ16 BPFI
 * @param ballDefectQ16 2 × BSF: a ball strikes both races in one turn
 * @param cageQ16 FTF
 */
public record FaultOrders(int outerRaceQ16, int innerRaceQ16, int ballDefectQ16, int cageQ16) {

    private static final double ONE = 65536.0;

    /**
     * From orders as bearing tables print them.
     *
     * @param ballSpin BSF, not doubled
     */
    public static FaultOrders of(double outerRace, double innerRace, double ballSpin, double cage) {
        return new FaultOrders(
                (int) Math.round(outerRace * ONE),
                (int) Math.round(innerRace * ONE),
                (int) Math.round(2 * ballSpin * ONE),
                (int) Math.round(cage * ONE));
    }
}
