package io.milliwatt.irrigation.safety;

import io.milliwatt.irrigation.reason.Reason;
import io.milliwatt.irrigation.reason.ReasonCode;
import io.milliwatt.irrigation.supply.Valve;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/** What the passing of time does to each valve. */
final class Ticks {
    private Ticks() {}

    static void pass(Watch watch) {
        watch.valves().forEach(valve -> pass(watch, valve));
    }

    private static void pass(Watch watch, Valve valve) {
        ValveWatch state = watch.of(valve);
        switch (state.phase()) {
            case OPENING -> {
                Instant confirmedBy = state.since()
                        .plus(watch.limits().startWindow())
                        .plus(watch.limits().confirmation());
                if (!watch.now().isBefore(confirmedBy)) {
                    watch.close(valve, EndCause.NOT_CONFIRMED, Watch.BY_WATCH, Optional.empty());
                }
                overTime(watch, valve, state);
            }
            case OPEN -> {
                overTime(watch, valve, state);
                lost(watch, valve);
            }
            case CLOSING, UNKNOWN -> again(watch, valve, state);
            case CLOSED -> {}
        }
    }

    private static void overTime(Watch watch, Valve valve, ValveWatch state) {
        state.closeBy()
                .filter(end -> !watch.now().isBefore(end))
                .ifPresent(end -> watch.close(
                        valve,
                        EndCause.COMPLETED,
                        Watch.BY_WATCH,
                        Optional.of(Reason.of(ReasonCode.OVER_MAXIMUM)
                                .with(
                                        "seconds",
                                        Duration.between(state.since(), watch.now())
                                                .toSeconds()))));
    }

    /** The node closes by itself; the order is for one that hears but is not heard. */
    private static void lost(Watch watch, Valve valve) {
        Instant since = watch.of(valve).since();
        Instant heard = watch.state().heard().getOrDefault(valve.node(), since);
        Duration silence = Duration.between(heard.isAfter(since) ? heard : since, watch.now());
        if (silence.compareTo(watch.limits().silenceWhileOpen()) >= 0
                && watch.of(valve).phase() == ValveWatch.Phase.OPEN) {
            Reason reason = Reason.of(ReasonCode.LINK_LOST).with("minutes", silence.toMinutes());
            watch.write(
                    AuditEntry.Kind.LINK_LOST,
                    valve.id(),
                    Watch.BY_WATCH,
                    watch.of(valve).runId(),
                    Optional.empty(),
                    Optional.of(reason));
            watch.close(valve, EndCause.LINK_LOST, Watch.BY_WATCH, Optional.of(reason));
        }
    }

    private static void again(Watch watch, Valve valve, ValveWatch state) {
        boolean due = state.orderedAt()
                .map(last -> !watch.now().isBefore(last.plus(watch.limits().repeat())))
                .orElse(true);
        if (!due) {
            return;
        }
        if (state.tries() == watch.limits().triesBeforeAlarm()) {
            watch.write(
                    AuditEntry.Kind.NOT_CLOSING,
                    valve.id(),
                    Watch.BY_WATCH,
                    state.runId(),
                    state.ending(),
                    Optional.of(Reason.of(ReasonCode.VALVE_UNKNOWN)));
        }
        watch.close(valve, state.ending().orElse(EndCause.NO_RUN), Watch.BY_WATCH, Optional.empty());
    }
}
