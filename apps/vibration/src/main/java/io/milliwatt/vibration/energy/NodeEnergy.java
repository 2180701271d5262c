package io.milliwatt.vibration.energy;

import io.milliwatt.energy.BoardProfile;
import io.milliwatt.energy.DutyCyclePlanner;
import io.milliwatt.energy.EnergyEstimate;
import io.milliwatt.energy.EnergyException;
import io.milliwatt.energy.InstructionCounts;
import io.milliwatt.energy.LedgerEstimate;
import io.milliwatt.energy.RecipeWork;
import io.milliwatt.energy.Recipes;
import io.milliwatt.energy.Schedule;
import io.milliwatt.energy.Workload;
import java.util.Optional;

/**
 * What a vibration node spends on the board that the installation names.
 *
 * @param basis in words, what the estimate rests on
 * @param counted whether the node's own count of its work is that
 * @param schedule what the node does now
 * @param plan what that schedule, or bursts where it has none, makes of a battery
 * @param delay how long damage takes to be told by that schedule
 */
public record NodeEnergy(
        EnergyEstimate estimate, String basis, boolean counted, Schedule schedule, String plan, String delay) {

    private static final RecipeWork RECIPE = Recipes.VIBRATION;
    private static final double MILLIS_PER_HOUR = 3_600_000;

    /** @throws EnergyException if there is no honest figure; the message says why */
    public static NodeEnergy of(Optional<NodeLedger> ledger, BoardProfile board) {
        InstructionCounts counts = InstructionCounts.measured();
        Schedule schedule = ledger.map(NodeLedger::schedule).orElse(Schedule.CONTINUOUS);
        Workload workload = new Workload(RECIPE, schedule);
        Optional<NodeLedger> enough = ledger.filter(told -> covered(told) >= LedgerEstimate.SHORTEST_MILLIS);
        EnergyEstimate estimate = enough.map(told -> LedgerEstimate.of(board, RECIPE, told.counts(), counts))
                .orElseGet(() -> EnergyEstimate.of(board, workload.day(board, counts)));
        return new NodeEnergy(
                estimate,
                basis(ledger, enough),
                enough.isPresent(),
                schedule,
                plan(schedule, board, counts),
                workload.delay().words());
    }

    private static String basis(Optional<NodeLedger> ledger, Optional<NodeLedger> enough) {
        if (enough.isPresent()) {
            return String.format(
                    java.util.Locale.ROOT,
                    "the node's own count of its work, over %.1f hours",
                    covered(enough.get()) / MILLIS_PER_HOUR);
        }
        return ledger.isPresent()
                ? "the node's schedule; it has not yet counted ten minutes of work"
                : "continuous sampling; the node does not tell what it does";
    }

    private static String plan(Schedule schedule, BoardProfile board, InstructionCounts counts) {
        Workload planned = new Workload(RECIPE, schedule.isContinuous() ? RECIPE.usualSchedule() : schedule);
        return DutyCyclePlanner.sentence(planned, EnergyEstimate.of(board, planned.day(board, counts)));
    }

    private static long covered(NodeLedger ledger) {
        return ledger.counts().awakeMillis() + ledger.counts().asleepMillis();
    }
}
