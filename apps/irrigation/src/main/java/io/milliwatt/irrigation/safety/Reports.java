package io.milliwatt.irrigation.safety;

import io.milliwatt.irrigation.reason.Reason;
import io.milliwatt.irrigation.reason.ReasonCode;
import io.milliwatt.irrigation.supply.Valve;
import io.milliwatt.telemetry.ValveState;
import java.util.Optional;

/** What nodes tell of their valves. */
final class Reports {
    private Reports() {}

    static void take(Watch watch, SafetyEvent.Reported reported) {
        watch.valve(reported.valveId()).ifPresent(valve -> {
            watch.heard(valve.node());
            if (reported.open()) {
                opened(watch, valve);
            } else {
                closed(watch, valve, reported.cause());
            }
        });
    }

    private static void opened(Watch watch, Valve valve) {
        ValveWatch state = watch.of(valve);
        switch (state.phase()) {
            case OPENING -> {
                watch.set(valve, state.opened(watch.now()));
                watch.write(
                        AuditEntry.Kind.OPENED,
                        valve.id(),
                        Watch.BY_NODE,
                        state.runId(),
                        Optional.empty(),
                        Optional.empty());
            }
            case OPEN -> {}
            // Perhaps it was told before the order to close arrived; the order is repeated until it says closed.
            case CLOSING -> {}
            case CLOSED, UNKNOWN -> {
                watch.set(valve, ValveWatch.unknown(watch.now()).withBlocked(state.blocked()));
                watch.close(valve, EndCause.NO_RUN, Watch.BY_WATCH, Optional.of(Reason.of(ReasonCode.NO_RUN)));
            }
        }
    }

    private static void closed(Watch watch, Valve valve, ValveState.Cause cause) {
        ValveWatch state = watch.of(valve);
        if (cause == ValveState.Cause.TOO_LATE || cause == ValveState.Cause.NOT_POSSIBLE) {
            refused(watch, valve, state);
            return;
        }
        if (state.phase() == ValveWatch.Phase.OPENING && !ends(cause)) {
            // It was closed before the order to open arrived; the order is still on its way.
            return;
        }
        if (cause == ValveState.Cause.BLOCKED) {
            state = state.withBlocked(true);
        }
        if (state.mayBeOpen()) {
            EndCause why = state.ending().orElse(EndCause.of(cause));
            watch.write(
                    AuditEntry.Kind.CLOSED,
                    valve.id(),
                    Watch.BY_NODE,
                    state.runId(),
                    Optional.of(why),
                    Optional.empty());
        }
        watch.set(valve, state.closed(watch.now()));
    }

    /** A refused order is no proof that the valve is closed, for an earlier copy of it may have opened it. */
    private static void refused(Watch watch, Valve valve, ValveWatch state) {
        if (state.phase() == ValveWatch.Phase.OPENING) {
            watch.close(valve, EndCause.REFUSED_BY_NODE, Watch.BY_WATCH, Optional.empty());
        }
    }

    /** Whether a closed valve with this cause will not open by an order that is on its way. */
    private static boolean ends(ValveState.Cause cause) {
        return switch (cause) {
            case COMMAND, FINISHED, REBOOT, TOO_LATE, NOT_POSSIBLE -> false;
            case MAXIMUM_TIME, LINK_LOST, SENSOR_STALE, SENSOR_FLAGGED, LEAK, BLOCKED, EMERGENCY_STOP -> true;
        };
    }
}
