package io.milliwatt.platform.alarms;

import java.time.Clock;
import java.time.Instant;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.function.LongSupplier;

/** Turns observations and acknowledgements into transitions. Keeps no state: that is the {@link Standing} handed in and out. */
public final class AlarmEngine {

    private final Clock clock;
    private final LongSupplier newAlarmId;

    public AlarmEngine(Clock clock, LongSupplier newAlarmId) {
        this.clock = clock;
        this.newAlarmId = newAlarmId;
    }

    /** What an observation or a person did: the new standing, and the step if there was one. */
    public record Outcome(Standing standing, Optional<Transition> transition) {}

    /** Lets a rule see an observation of a source. One that is not newer than the last has no effect. */
    public Outcome observe(String source, AlarmRule rule, Standing standing, Observation observation) {
        ConditionMemory memory = standing.memory().after(observation, rule.condition(), rule.persistence());
        if (memory.present() == standing.memory().present()) {
            return new Outcome(new Standing(memory, standing.openAlarm()), Optional.empty());
        }
        return memory.present()
                ? activate(source, rule, new Standing(memory, standing.openAlarm()), observation)
                : giveBack(rule, new Standing(memory, standing.openAlarm()), observation);
    }

    /** Notes that a person knows. Repeating it, or doing it to a closed alarm, has no effect. */
    public Optional<Transition> acknowledge(Alarm alarm, String user, Optional<String> comment) {
        AlarmState next = alarm.state().afterAcknowledgement();
        if (next == alarm.state()) {
            return Optional.empty();
        }
        Instant now = clock.instant();
        return Optional.of(new Transition(
                alarm.acknowledged(now, user), now, alarm.state(), Optional.of(user), comment, OptionalDouble.empty()));
    }

    /** Closes an alarm because its source is no longer watched. */
    public Transition withdraw(Alarm alarm, String user, String reason) {
        Instant now = clock.instant();
        return new Transition(
                alarm.withdrawn(now),
                now,
                alarm.state(),
                Optional.of(user),
                Optional.of(reason),
                OptionalDouble.empty());
    }

    /**
     * Gives an open alarm another priority because a person set its rule so. One that became more urgent is news, also for who has
     * acknowledged it.
     */
    public Transition regrade(Alarm alarm, Priority priority, String user, String reason) {
        return new Transition(
                alarm.regraded(priority),
                clock.instant(),
                alarm.state(),
                Optional.of(user),
                Optional.of(reason),
                OptionalDouble.empty());
    }

    /** What was raised late holds still, now that its source is heard without delay again: from now on it is news. */
    public Transition stillHolds(Alarm alarm, Instant at) {
        return new Transition(
                alarm.current(),
                at,
                alarm.state(),
                Optional.empty(),
                Optional.of("It came late and holds still."),
                OptionalDouble.empty());
    }

    private Outcome activate(String source, AlarmRule rule, Standing standing, Observation observation) {
        Alarm alarm = standing.openAlarm()
                .map(open -> open.reactivated(rule, observation))
                .orElseGet(() -> raised(source, rule, observation));
        AlarmState from = standing.openAlarm().map(Alarm::state).orElse(AlarmState.NORMAL);
        return stepped(standing, alarm, from, observation);
    }

    private Outcome giveBack(AlarmRule rule, Standing standing, Observation observation) {
        // Without an open alarm (its row was removed by retention) there is nothing left to give back.
        return standing.openAlarm()
                .map(open ->
                        stepped(standing, open.returned(observation.at(), rule.latching()), open.state(), observation))
                .orElseGet(() -> new Outcome(standing, Optional.empty()));
    }

    private static Outcome stepped(Standing standing, Alarm alarm, AlarmState from, Observation observation) {
        Transition step = new Transition(
                alarm, observation.at(), from, Optional.empty(), Optional.empty(), observation.shownValue());
        Optional<Alarm> open = alarm.state().isOpen() ? Optional.of(alarm) : Optional.empty();
        return new Outcome(new Standing(standing.memory(), open), Optional.of(step));
    }

    private Alarm raised(String source, AlarmRule rule, Observation observation) {
        return new Alarm(
                newAlarmId.getAsLong(),
                source,
                rule.name(),
                rule.priority(),
                AlarmState.ACTIVE_UNACKNOWLEDGED,
                observation.at(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                rule.message(observation.shownValue()),
                observation.shownValue(),
                rule.condition().limit(),
                rule.unit(),
                observation.late());
    }
}
