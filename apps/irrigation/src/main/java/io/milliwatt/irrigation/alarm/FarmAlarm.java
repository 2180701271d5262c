package io.milliwatt.irrigation.alarm;

import io.milliwatt.irrigation.reason.Reason;
import io.milliwatt.platform.alarms.AlarmRule;
import io.milliwatt.platform.alarms.Condition;
import io.milliwatt.platform.alarms.Latching;
import io.milliwatt.platform.alarms.Persistence;
import io.milliwatt.platform.alarms.Priority;
import java.time.Duration;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** All that calls a person, each with how urgent it is and what it takes to be over. */
public enum FarmAlarm {
    LEAK(Priority.HIGH, Latching.UNTIL_ACKNOWLEDGED, Duration.ZERO, Duration.ZERO, "l/min"),
    VALVE_OPEN_TOO_LONG(Priority.HIGH, Latching.UNTIL_ACKNOWLEDGED, Duration.ZERO, Duration.ZERO, "s"),
    EMERGENCY_STOP(Priority.HIGH, Latching.UNTIL_ACKNOWLEDGED, Duration.ZERO, Duration.ZERO, ""),
    /** Ends late, so that a night around the critical temperature is one alarm. */
    FROST(Priority.HIGH, Latching.NONE, Duration.ZERO, Duration.ofHours(2), "°C"),
    BLOCKED(Priority.MEDIUM, Latching.UNTIL_ACKNOWLEDGED, Duration.ZERO, Duration.ZERO, "s"),
    MOISTURE_NOT_RISING(Priority.MEDIUM, Latching.UNTIL_ACKNOWLEDGED, Duration.ZERO, Duration.ZERO, "mm"),
    REFILL_NOW(Priority.MEDIUM, Latching.NONE, Duration.ofHours(1), Duration.ofHours(1), "mm"),
    DISEASE(Priority.MEDIUM, Latching.NONE, Duration.ZERO, Duration.ofHours(12), ""),
    ALLOCATION(Priority.LOW, Latching.NONE, Duration.ZERO, Duration.ZERO, "%"),
    /** A sensor that recovers by itself within the hour, as after a shower, calls nobody. */
    SENSOR_FAULT(Priority.LOW, Latching.NONE, Duration.ofHours(1), Duration.ofHours(6), ""),
    NO_DATA(Priority.LOW, Latching.NONE, Duration.ZERO, Duration.ofMinutes(15), "h");

    private final Priority priority;
    private final Latching latching;
    private final Duration onDelay;
    private final Duration offDelay;
    private final String unit;

    FarmAlarm(Priority priority, Latching latching, Duration onDelay, Duration offDelay, String unit) {
        this.priority = priority;
        this.latching = latching;
        this.onDelay = onDelay;
        this.offDelay = offDelay;
        this.unit = unit;
    }

    /** The rule's name, such as {@code moisture-not-rising}. */
    public String label() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    public static Optional<FarmAlarm> fromLabel(String label) {
        return Arrays.stream(values())
                .filter(alarm -> alarm.label().equals(label))
                .findFirst();
    }

    public Priority priority() {
        return priority;
    }

    /** The rule, reported to begin and to end, with the reason as the sentence. */
    public AlarmRule rule(Reason because) {
        return new AlarmRule(
                label(),
                priority,
                new Condition.Reported(),
                new Persistence(1, 1, onDelay, offDelay),
                latching,
                unit,
                because.sentence());
    }
}
