package io.milliwatt.energy;

/** What a node has really spent, by its own count of work, and what that makes per day. */
public final class LedgerEstimate {

    /** Below this, start-up and chance outweigh the rhythm that the projection is about. */
    public static final long SHORTEST_MILLIS = 600_000;

    private static final double DAY_MILLIS = 86_400_000;

    private LedgerEstimate() {}

    /**
     * The energy of an average day so far.
     *
     * @throws EnergyException if the ledger covers too little time, or the work was never counted on this board's core
     */
    public static EnergyEstimate of(
            BoardProfile board, RecipeWork recipe, LedgerCounts ledger, InstructionCounts counts) {
        long covered = ledger.awakeMillis() + ledger.asleepMillis();
        if (covered < SHORTEST_MILLIS) {
            throw new EnergyException("The node's ledger covers " + Durations.words(covered / 1000.0)
                    + "; an estimate from it needs " + Durations.words(SHORTEST_MILLIS / 1000.0) + ".");
        }
        double perSample = recipe.samplesInstructions(counts, board.core()) / recipe.samplesPerWindow();
        double instructions = ledger.samples() * perSample
                + ledger.windows() * recipe.endInstructions(counts, board.core())
                + ledger.judgedWindows() * recipe.judgementInstructions(counts, board.core())
                + ledger.framesBuilt() * recipe.frameInstructions(counts, board.core());
        DayOfWork sofar = new DayOfWork(
                ledger.windows(),
                instructions,
                ledger.awakeMillis() / 1000.0,
                ledger.asleepMillis() / 1000.0,
                ledger.framesSent(),
                ledger.bytesSent(),
                ledger.bytesReceived(),
                ledger.flashBytesProgrammed(),
                ledger.flashPagesErased());
        return EnergyEstimate.of(board, sofar.times(DAY_MILLIS / covered));
    }
}
