package io.milliwatt.irrigation.safety;

import io.milliwatt.telemetry.ValveState;
import java.util.Locale;

/** Why a valve was closed, or not opened. */
public enum EndCause {
    COMPLETED,
    CANCELLED,
    EMERGENCY_STOP,
    MAXIMUM_OPEN_TIME,
    LINK_LOST,
    REBOOT,
    STALE_SENSOR,
    FLAGGED_SENSOR,
    LEAK,
    BLOCKED,
    /** The node never said that it opened. */
    NOT_CONFIRMED,
    /** Open without a run: by hand at the node, or by an order from before. */
    NO_RUN,
    MASTER_CLOSED,
    REFUSED_BY_NODE;

    /** As it is written in messages, such as {@code emergency-stop}. */
    public String label() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    static EndCause of(ValveState.Cause cause) {
        return switch (cause) {
            case COMMAND -> CANCELLED;
            case FINISHED -> COMPLETED;
            case MAXIMUM_TIME -> MAXIMUM_OPEN_TIME;
            case LINK_LOST -> LINK_LOST;
            case REBOOT -> REBOOT;
            case SENSOR_STALE -> STALE_SENSOR;
            case SENSOR_FLAGGED -> FLAGGED_SENSOR;
            case LEAK -> LEAK;
            case BLOCKED -> BLOCKED;
            case EMERGENCY_STOP -> EMERGENCY_STOP;
            case TOO_LATE, NOT_POSSIBLE -> REFUSED_BY_NODE;
        };
    }
}
