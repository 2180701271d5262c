package io.milliwatt.platform.alarms.store;

import io.milliwatt.platform.alarms.Alarm;
import io.milliwatt.platform.alarms.AlarmEngine;
import io.milliwatt.platform.alarms.AlarmRule;
import io.milliwatt.platform.alarms.Observation;
import io.milliwatt.platform.alarms.Priority;
import io.milliwatt.platform.alarms.Standing;
import io.milliwatt.platform.alarms.Transition;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Function;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;

/** The alarm engine on top of its tables. */
public final class AlarmBook {

    private final Jdbi jdbi;
    private final Clock clock;
    private final QuietConditions quiet;

    public AlarmBook(Jdbi jdbi, Clock clock) {
        this.jdbi = jdbi;
        this.clock = clock;
        this.quiet = new QuietConditions(clock);
    }

    /** A rule's look at its source. */
    public record Sighting(String source, AlarmRule rule, Observation observation) {
        ConditionKey key() {
            return new ConditionKey(source, rule.name());
        }
    }

    /** Lets the rules see what was seen, in the given order, within the caller's transaction. */
    public List<Transition> observe(Handle handle, List<Sighting> seen) {
        List<Sighting> sightings = quiet.worthTelling(seen);
        if (sightings.isEmpty()) {
            return List.of();
        }
        AlarmEngine engine = engine(handle);
        ConditionTable conditions = new ConditionTable(handle);
        Map<ConditionKey, Standing> before =
                conditions.lock(sightings.stream().map(Sighting::key).toList());
        Map<ConditionKey, Standing> after = new TreeMap<>(before);
        List<Transition> transitions = new ArrayList<>();
        for (Sighting sighting : sightings) {
            Standing standing = after.getOrDefault(sighting.key(), Standing.BLANK);
            var outcome = engine.observe(sighting.source(), sighting.rule(), standing, sighting.observation());
            after.put(sighting.key(), outcome.standing());
            outcome.transition().ifPresent(transitions::add);
        }
        conditions.save(before, after);
        quiet.note(before, after);
        AlarmTable alarms = new AlarmTable(handle);
        transitions.forEach(step -> alarms.record(step, clock.instant()));
        return transitions;
    }

    /**
     * Notes that a person knows.
     *
     * @return the alarm afterwards and the step, absent when the alarm was acknowledged already; empty when there is no
     *     such alarm
     */
    public Optional<Acknowledged> acknowledge(long alarmId, String user, Optional<String> comment) {
        return jdbi.inTransaction(handle -> {
            AlarmTable alarms = new AlarmTable(handle);
            return alarms.lock(alarmId).map(alarm -> {
                Optional<Transition> step = engine(handle).acknowledge(alarm, user, comment);
                step.ifPresent(taken -> alarms.record(taken, clock.instant()));
                return new Acknowledged(step.map(Transition::alarm).orElse(alarm), step);
            });
        });
    }

    /**
     * Closes all open alarms of sources that are no longer watched and forgets what their conditions remember.
     *
     * @param reason a sentence for the history
     */
    public List<Transition> withdraw(Handle handle, Collection<String> sources, String user, String reason) {
        new ConditionTable(handle).forget(sources);
        AlarmTable alarms = new AlarmTable(handle);
        AlarmEngine engine = engine(handle);
        List<Transition> transitions = alarms.openOf(sources).stream()
                .map(alarm -> engine.withdraw(alarm, user, reason))
                .toList();
        transitions.forEach(step -> alarms.record(step, clock.instant()));
        sources.forEach(quiet::forget);
        return transitions;
    }

    /** What a person's setting makes of an open alarm: its priority, or that it is none any more; and the sentence for the history. */
    public record Grade(Optional<Priority> priority, String reason) {}

    /** Lets changed settings act on the open alarms of these sources at once, and not only on the next ones. */
    public List<Transition> regrade(
            Handle handle, Collection<String> sources, Function<Alarm, Grade> grades, String user) {
        AlarmTable alarms = new AlarmTable(handle);
        ConditionTable conditions = new ConditionTable(handle);
        AlarmEngine engine = engine(handle);
        List<Transition> transitions = new ArrayList<>();
        // In the order in which observations lock their conditions.
        List<Alarm> open = alarms.openOf(sources).stream()
                .sorted(Comparator.comparing(Alarm::source).thenComparing(Alarm::rule))
                .toList();
        for (Alarm found : open) {
            Optional<Alarm> locked =
                    alarms.lock(found.id()).filter(alarm -> alarm.state().isOpen());
            locked.flatMap(alarm -> regrade(engine, alarm, grades.apply(alarm), user))
                    .ifPresent(step -> {
                        alarms.record(step, clock.instant());
                        if (!step.to().isOpen()) {
                            conditions.forget(new ConditionKey(found.source(), found.rule()));
                            quiet.forget(found.source());
                        }
                        transitions.add(step);
                    });
        }
        return transitions;
    }

    private static Optional<Transition> regrade(AlarmEngine engine, Alarm alarm, Grade grade, String user) {
        if (grade.priority().isEmpty()) {
            return Optional.of(engine.withdraw(alarm, user, grade.reason()));
        }
        return grade.priority()
                .filter(priority -> priority != alarm.priority())
                .map(priority -> engine.regrade(alarm, priority, user, grade.reason()));
    }

    /**
     * These sources are heard without delay (again): what was raised late and holds still is news from now on.
     *
     * @return a step from a state to the same for each such alarm
     */
    public List<Transition> heardInTime(Handle handle, Collection<String> sources, Instant at) {
        AlarmTable alarms = new AlarmTable(handle);
        AlarmEngine engine = engine(handle);
        List<Transition> steps = alarms.lateAndActive(sources).stream()
                .map(alarm -> engine.stillHolds(alarm, at))
                .toList();
        steps.forEach(step -> alarms.record(step, clock.instant()));
        return steps;
    }

    /** An acknowledged alarm, and the step unless there was nothing to do. */
    public record Acknowledged(Alarm alarm, Optional<Transition> step) {}

    public Optional<Alarm> find(long alarmId) {
        return jdbi.withHandle(handle -> new AlarmTable(handle).find(alarmId));
    }

    /** Newest first. {@code source} empty means all sources. */
    public List<Alarm> list(boolean openOnly, Optional<String> source, int limit) {
        return jdbi.withHandle(handle -> new AlarmTable(handle).list(openOnly, source.map(List::of), limit));
    }

    /** Of these sources, newest first. */
    public List<Alarm> list(boolean openOnly, Collection<String> sources, int limit) {
        return jdbi.withHandle(handle -> new AlarmTable(handle).list(openOnly, Optional.of(sources), limit));
    }

    /** How many alarms are open, and how many of those nobody has acknowledged yet; one that has ended unacknowledged is open still. */
    public record Tally(int open, int unacknowledged) {}

    public Tally tally() {
        return jdbi.withHandle(handle -> new AlarmTable(handle).tally());
    }

    /** All open alarms of these sources. */
    public List<Alarm> openOf(Collection<String> sources) {
        return jdbi.withHandle(handle -> new AlarmTable(handle).openOf(sources));
    }

    /** An alarm's steps from the first to the last. */
    public List<HistoryEntry> history(long alarmId) {
        return jdbi.withHandle(handle -> new AlarmTable(handle).history(alarmId));
    }

    private AlarmEngine engine(Handle handle) {
        return new AlarmEngine(
                clock,
                () -> handle.createQuery("SELECT nextval('alarm_id')")
                        .mapTo(Long.class)
                        .one());
    }
}
