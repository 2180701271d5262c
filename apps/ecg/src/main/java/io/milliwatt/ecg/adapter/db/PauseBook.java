package io.milliwatt.ecg.adapter.db;

import io.milliwatt.ecg.alarm.Pause;
import io.milliwatt.ecg.patient.AlarmSource;
import io.milliwatt.platform.alarms.Alarm;
import io.milliwatt.platform.alarms.AlarmState;
import io.milliwatt.platform.alarms.Priority;
import io.milliwatt.platform.alarms.Transition;
import io.milliwatt.platform.alarms.store.AlarmBook;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;

/** Begins and ends pauses; each step is in the journal. */
@ApplicationScoped
public class PauseBook {

    private final Jdbi jdbi;
    private final PauseTable table;
    private final Journal journal;
    private final AlarmBook alarms;
    private final Clock clock;

    PauseBook(Jdbi jdbi, PauseTable table, Journal journal, AlarmBook alarms, Clock clock) {
        this.jdbi = jdbi;
        this.table = table;
        this.journal = journal;
        this.alarms = alarms;
        this.clock = clock;
    }

    /** Begins a pause, instead of the one that there may be. {@code length} is empty for the kinds without an end. */
    public Pause begin(Stay stay, Pause.Kind kind, Optional<Duration> length, String user) {
        String patient = stay.admission().patient();
        Instant now = clock.instant();
        Optional<Priority> highest = alarms.openOf(stay.admission().alarmSources()).stream()
                .map(Alarm::priority)
                .min(Comparator.naturalOrder());
        Pause pause = new Pause(patient, kind, now, length.map(now::plus), user, highest);
        jdbi.useTransaction(handle -> {
            table.put(handle, pause);
            journal.add(
                    handle,
                    now,
                    patient,
                    Journal.Kind.PAUSE,
                    Optional.empty(),
                    Optional.of(user),
                    "Alarms were set to '" + kind.label() + "'"
                            + length.map(seconds -> " for " + seconds.toSeconds() + " s")
                                    .orElse("") + ".");
        });
        return pause;
    }

    /** Ends a pause because a person wants it; nothing happens where there is none. */
    public void end(String patient, String user) {
        jdbi.useTransaction(handle -> end(handle, patient, user));
    }

    void end(Handle handle, String patient, String user) {
        table.remove(handle, patient)
                .ifPresent(pause -> note(
                        handle,
                        pause,
                        Journal.Kind.PAUSE_ENDED,
                        Optional.empty(),
                        Optional.of(user),
                        "'" + pause.kind().label() + "' was ended."));
    }

    /** Ends the pauses whose time is over; returns the patients. */
    public List<String> endThoseOver() {
        return jdbi.inTransaction(handle -> {
            List<Pause> over = table.removeOver(handle, clock.instant());
            over.forEach(pause -> note(
                    handle,
                    pause,
                    Journal.Kind.PAUSE_ENDED,
                    Optional.empty(),
                    Optional.empty(),
                    "'" + pause.kind().label() + "' ran out."));
            return over.stream().map(Pause::patient).toList();
        });
    }

    /** Ends the pauses that new alarms break, in the transaction that raised them. */
    public void breakBy(Handle handle, List<Transition> transitions) {
        Map<String, Alarm> raised = new TreeMap<>();
        transitions.stream()
                .filter(step -> step.to() == AlarmState.ACTIVE_UNACKNOWLEDGED)
                .map(Transition::alarm)
                .forEach(alarm -> AlarmSource.parse(alarm.source())
                        .patient()
                        .ifPresent(patient -> raised.merge(
                                patient, alarm, (a, b) -> a.priority().compareTo(b.priority()) <= 0 ? a : b)));
        if (raised.isEmpty()) {
            return;
        }
        for (Pause pause : table.of(handle, raised.keySet())) {
            Alarm alarm = raised.get(pause.patient());
            if (pause.isBrokenBy(alarm)) {
                table.remove(handle, pause.patient());
                note(
                        handle,
                        pause,
                        Journal.Kind.PAUSE_BROKEN,
                        Optional.of(alarm.id()),
                        Optional.empty(),
                        "'" + pause.kind().label() + "' was broken by a new alarm of "
                                + alarm.priority().label() + " priority: " + alarm.message());
            }
        }
    }

    /** The pauses that hold now, by patient. */
    public Map<String, Pause> of(Collection<String> patients) {
        Instant now = clock.instant();
        return jdbi.withHandle(handle -> table.of(handle, patients)).stream()
                .filter(pause -> !pause.isOver(now))
                .collect(Collectors.toMap(Pause::patient, Function.identity()));
    }

    private void note(
            Handle handle,
            Pause pause,
            Journal.Kind kind,
            Optional<Long> alarm,
            Optional<String> user,
            String sentence) {
        journal.add(handle, clock.instant(), pause.patient(), kind, alarm, user, sentence);
    }
}
