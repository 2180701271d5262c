package io.milliwatt.telemetry;

import java.util.Arrays;
import java.util.Optional;

/** The classes of events of the irrigation domain that a node raises, numbered as on the wire; frame.md tells their values. */
public enum IrrigationEvent {
    /** Flow while every valve is closed. */
    LEAK(1, Event.Urgency.HIGH),
    /** A valve is open and nothing flows. */
    BLOCKED(2, Event.Urgency.MEDIUM),
    /** A valve was closed by the node before its command ended. */
    CUT_SHORT(3, Event.Urgency.MEDIUM),
    /** An emergency stop stands: no valve opens. */
    STOPPED(4, Event.Urgency.HIGH),
    /** A probe has not answered for too long. */
    SENSOR_STALE(10, Event.Urgency.MEDIUM),
    SENSOR_FLAGGED(11, Event.Urgency.LOW),
    REFILL_LINE_REACHED(12, Event.Urgency.LOW),
    BATTERY_LOW(22, Event.Urgency.LOW);

    private final int number;
    private final Event.Urgency urgency;

    IrrigationEvent(int number, Event.Urgency urgency) {
        this.number = number;
        this.urgency = urgency;
    }

    public int number() {
        return number;
    }

    public Event.Urgency urgency() {
        return urgency;
    }

    public static Optional<IrrigationEvent> fromNumber(long number) {
        return Arrays.stream(values()).filter(each -> each.number == number).findFirst();
    }
}
