package io.milliwatt.irrigation.adapter.kafka;

import io.milliwatt.irrigation.adapter.db.AuditTrail;
import io.milliwatt.irrigation.adapter.db.Run;
import io.milliwatt.irrigation.adapter.db.Run.State;
import io.milliwatt.irrigation.adapter.db.RunSteps;
import io.milliwatt.irrigation.adapter.db.RunTable;
import io.milliwatt.irrigation.adapter.db.ValveTable;
import io.milliwatt.irrigation.supply.Valve;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Map;
import java.util.Optional;
import org.jdbi.v3.core.Handle;

/** What a valve says of itself, taken up into the run that its command belongs to. */
@ApplicationScoped
class RunFollower {

    private final RunTable runs;
    private final AuditTrail audit;

    RunFollower(RunTable runs, AuditTrail audit) {
        this.runs = runs;
        this.audit = audit;
    }

    /** The run as it is now, where the word belongs to one. */
    Optional<Run> follow(Handle handle, Valve valve, ValveTable.Word word) {
        return runs.ofCommand(handle, valve.id(), word.commandSequence())
                .flatMap(found -> runs.lock(handle, found.id()))
                .map(run -> {
                    Run after = after(run, word);
                    runs.save(handle, after);
                    if (after.state() != run.state()) {
                        audit.add(
                                handle,
                                AuditTrail.SERVER,
                                "run-" + after.state().label(),
                                "run:" + run.id(),
                                Map.of("valve", valve.id(), "cause", word.cause(), "openSeconds", word.openSeconds()));
                    }
                    return after;
                });
    }

    private static Run after(Run run, ValveTable.Word word) {
        if (word.open()) {
            return run.state().isOver() ? run : RunSteps.open(run, word);
        }
        return switch (word.cause()) {
            case "finished" -> RunSteps.closed(run, word, "completed", State.DONE);
            // A person's close or the server's own: the run already says why it ended.
            case "command" ->
                RunSteps.closed(
                        run,
                        word,
                        run.endCause().orElse("command"),
                        run.state().isOver() ? run.state() : State.STOPPED);
            case "maximum-time" -> RunSteps.closed(run, word, "maximum-open-time", State.STOPPED);
            case "sensor-stale" -> RunSteps.closed(run, word, "stale-sensor", State.STOPPED);
            case "sensor-flagged" -> RunSteps.closed(run, word, "flagged-sensor", State.STOPPED);
            case "too-late", "not-possible" -> RunSteps.closed(run, word, "refused-" + word.cause(), State.FAILED);
            default -> RunSteps.closed(run, word, word.cause(), State.STOPPED);
        };
    }
}
