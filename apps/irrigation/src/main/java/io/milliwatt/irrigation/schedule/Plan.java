package io.milliwatt.irrigation.schedule;

import java.util.List;
import java.util.Optional;

/** A night's runs by their start, and what did not fit. */
public record Plan(List<RunPlan> runs, List<Conflict> conflicts) {

    public Plan {
        runs = List.copyOf(runs);
        conflicts = List.copyOf(conflicts);
    }

    public Optional<RunPlan> of(String requestId) {
        return runs.stream().filter(run -> run.requestId().equals(requestId)).findFirst();
    }
}
