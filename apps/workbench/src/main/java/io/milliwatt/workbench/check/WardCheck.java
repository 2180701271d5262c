package io.milliwatt.workbench.check;

import io.milliwatt.workbench.check.WallLog.ShownAlarm;
import io.milliwatt.workbench.check.WallLog.ShownEvent;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.BooleanSupplier;

/** Watches a wall until the signal of every patient and the crisis of one of them are on it, or time is over. */
public final class WardCheck {
    private static final Duration PAUSE = Duration.ofMillis(200);

    private final WallLog wall;
    private final Map<String, String> patientsByBed;
    private final String watchedBed;
    private final Patience patience;
    private final Clock clock;
    private final Instant begun;

    /**
     * How long after the begin something may come at the latest.
     *
     * @param alarm after its event
     */
    public record Patience(Duration signal, Duration event, Duration alarm) {
        /** Of the demo: its tachycardia begins 30 s after the nodes start, and a node needs some beats to tell it. */
        public static final Patience OF_THE_DEMO =
                new Patience(Duration.ofSeconds(30), Duration.ofSeconds(75), Duration.ofSeconds(5));
    }

    /**
     * @param patientsByBed pseudonyms
     * @param watchedBed of the patient to whom something is going to happen
     */
    public WardCheck(
            WallLog wall, Map<String, String> patientsByBed, String watchedBed, Patience patience, Clock clock) {
        this.wall = wall;
        this.patientsByBed = new TreeMap<>(patientsByBed);
        this.watchedBed = watchedBed;
        this.patience = patience;
        this.clock = clock;
        this.begun = clock.instant();
    }

    String watchedBed() {
        return watchedBed;
    }

    WallLog wall() {
        return wall;
    }

    /** The first part that has not reached the wall in its time, if any. */
    Optional<WardPart> missingPart() throws InterruptedException {
        if (!await(begun.plus(patience.signal()), () -> bedsWithoutSignal().isEmpty())) {
            return Optional.of(WardPart.SIGNAL);
        }
        if (!await(begun.plus(patience.event()), () -> expectedEvent().isPresent())) {
            return Optional.of(WardPart.EVENT);
        }
        Instant eventShownAt = expectedEvent().orElseThrow().shownAt();
        if (!await(eventShownAt.plus(patience.alarm()), () -> expectedAlarm().isPresent())) {
            return Optional.of(WardPart.ALARM);
        }
        return Optional.empty();
    }

    List<String> bedsWithoutSignal() {
        var heard = wall.patientsWithSignal();
        return patientsByBed.entrySet().stream()
                .filter(bed -> !heard.contains(bed.getValue()))
                .map(Map.Entry::getKey)
                .toList();
    }

    /** The first crisis of the watched patient. */
    Optional<ShownEvent> expectedEvent() {
        return wall.events().stream()
                .filter(event -> event.patientId().equals(watchedPatient()) && event.isCrisis())
                .findFirst();
    }

    /** The alarm of that event. */
    Optional<ShownAlarm> expectedAlarm() {
        return expectedEvent()
                .flatMap(event -> wall.alarms().stream()
                        .filter(alarm -> alarm.patientId().equals(watchedPatient())
                                && alarm.rule().equals(event.label())
                                && alarm.isActiveAndHigh())
                        .findFirst());
    }

    private String watchedPatient() {
        return patientsByBed.getOrDefault(watchedBed, "");
    }

    private boolean await(Instant deadline, BooleanSupplier condition) throws InterruptedException {
        while (!condition.getAsBoolean()) {
            if (clock.instant().isAfter(deadline)) {
                return false;
            }
            Thread.sleep(PAUSE);
        }
        return true;
    }
}
