package io.milliwatt.workbench.firmware;

import io.milliwatt.energy.BoardProfile;
import io.milliwatt.energy.EnergyEstimate;
import io.milliwatt.energy.InstructionCounts;
import io.milliwatt.energy.Plan;
import io.milliwatt.energy.Workload;
import java.util.Optional;

/** One workload on one board. */
record EnergyReport(Workload workload, EnergyEstimate estimate, double instructionsPerWindow, Optional<Plan> plan) {

    static EnergyReport of(Workload workload, BoardProfile board, Optional<Plan> plan) {
        InstructionCounts counts = InstructionCounts.measured();
        return new EnergyReport(
                workload,
                EnergyEstimate.of(board, workload.day(board, counts)),
                workload.recipe().instructionsPerWindow(counts, board.core()),
                plan);
    }
}
