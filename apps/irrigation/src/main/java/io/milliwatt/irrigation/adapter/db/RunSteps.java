package io.milliwatt.irrigation.adapter.db;

import io.milliwatt.irrigation.adapter.db.Run.Pulse;
import io.milliwatt.irrigation.adapter.db.Run.State;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalLong;
import java.util.function.Function;
import java.util.function.Predicate;

/** The steps of a run: each makes the run that follows. A run is over once all its cycles are. */
public final class RunSteps {

    private RunSteps() {}

    /** A cycle's command has been written to the outbox. */
    public static Run sent(Run run, int place, long sequence, Instant at) {
        return with(
                run,
                cycle -> cycle.place() == place,
                cycle -> new Pulse(
                        cycle.place(),
                        cycle.startAt(),
                        cycle.seconds(),
                        State.SENT,
                        OptionalLong.of(sequence),
                        Optional.of(at),
                        Optional.empty(),
                        Optional.empty(),
                        0,
                        OptionalDouble.empty()),
                State.RUNNING,
                run.startedAt(),
                Optional.empty(),
                Optional.empty());
    }

    /** The valve says that it is open by a command, or still is. */
    public static Run open(Run run, ValveTable.Word word) {
        Instant opened = word.at().minusSeconds(word.openSeconds());
        return with(
                run,
                cycle -> isOf(cycle, word) && !cycle.state().isOver(),
                cycle -> measured(
                        cycle, word, State.RUNNING, cycle.openedAt().or(() -> Optional.of(opened)), Optional.empty()),
                State.RUNNING,
                run.startedAt().or(() -> Optional.of(opened)),
                Optional.empty(),
                Optional.empty());
    }

    /** The valve says that it is closed, for this cause; what was still to come is given up unless the cycle simply ended. */
    public static Run closed(Run run, ValveTable.Word word, String endCause, State ended) {
        Run after = with(
                run,
                cycle -> isOf(cycle, word) && !cycle.state().isOver(),
                cycle -> measured(cycle, word, ended, cycle.openedAt(), Optional.of(word.at())),
                run.state(),
                run.startedAt(),
                Optional.empty(),
                Optional.empty());
        return ended == State.DONE ? finishedWhenAllAre(after, word.at()) : given(after, endCause, ended, word.at());
    }

    /** Everything that is not over ends now. */
    public static Run given(Run run, String endCause, State ended, Instant at) {
        return with(
                run,
                cycle -> !cycle.state().isOver(),
                cycle -> new Pulse(
                        cycle.place(),
                        cycle.startAt(),
                        cycle.seconds(),
                        cycle.state() == State.PLANNED ? State.CANCELLED : ended,
                        cycle.commandSequence(),
                        cycle.sentAt(),
                        cycle.openedAt(),
                        cycle.openedAt().map(open -> at),
                        cycle.openSeconds(),
                        cycle.litres()),
                ended,
                run.startedAt(),
                Optional.of(at),
                Optional.of(endCause));
    }

    private static Run finishedWhenAllAre(Run run, Instant at) {
        boolean over = run.cycles().stream().allMatch(cycle -> cycle.state().isOver());
        return over
                ? with(
                        run,
                        cycle -> false,
                        cycle -> cycle,
                        State.DONE,
                        run.startedAt(),
                        Optional.of(at),
                        Optional.of("completed"))
                : run;
    }

    private static boolean isOf(Pulse cycle, ValveTable.Word word) {
        return cycle.commandSequence().isPresent() && cycle.commandSequence().getAsLong() == word.commandSequence();
    }

    private static Pulse measured(
            Pulse cycle, ValveTable.Word word, State state, Optional<Instant> opened, Optional<Instant> closed) {
        OptionalDouble litres = word.litres() > 0 ? OptionalDouble.of(word.litres()) : cycle.litres();
        return new Pulse(
                cycle.place(),
                cycle.startAt(),
                cycle.seconds(),
                state,
                cycle.commandSequence(),
                cycle.sentAt(),
                opened,
                closed,
                Math.max(cycle.openSeconds(), word.openSeconds()),
                litres);
    }

    private static Run with(
            Run run,
            Predicate<Pulse> which,
            Function<Pulse, Pulse> change,
            State state,
            Optional<Instant> startedAt,
            Optional<Instant> endedAt,
            Optional<String> endCause) {
        List<Pulse> cycles = run.cycles().stream()
                .map(cycle -> which.test(cycle) ? change.apply(cycle) : cycle)
                .toList();
        double litres =
                cycles.stream().mapToDouble(cycle -> cycle.litres().orElse(0)).sum();
        boolean metered = cycles.stream().anyMatch(cycle -> cycle.litres().isPresent());
        return new Run(
                run.id(),
                run.zoneId(),
                run.valveId(),
                run.sourceId(),
                run.origin(),
                run.recommendationId(),
                state,
                run.plannedStart(),
                run.plannedEnd(),
                run.plannedSeconds(),
                run.plannedNetMillimetres(),
                startedAt,
                endedAt,
                cycles.stream().mapToDouble(Pulse::openSeconds).sum(),
                metered ? OptionalDouble.of(litres) : OptionalDouble.empty(),
                endCause,
                run.reason(),
                run.createdBy(),
                cycles);
    }
}
