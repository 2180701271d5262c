package io.milliwatt.irrigation.safety;

import io.milliwatt.irrigation.reason.Reason;
import io.milliwatt.irrigation.reason.ReasonCode;
import io.milliwatt.irrigation.supply.Valve;
import java.util.Optional;

/** Leaks, blocked valves and data that turned out doubtful. */
final class Faults {
    private Faults() {}

    /** Everything on the leaking node's sources is closed, the master valves first of all. */
    static void leak(Watch watch, SafetyEvent.Leak leak) {
        watch.heard(leak.node());
        if (!leak.flows()) {
            if (watch.state().leaks().containsKey(leak.node())) {
                watch.set(watch.state().withoutLeak(leak.node()));
                write(watch, AuditEntry.Kind.LEAK_ENDED, "node-" + leak.node(), Watch.BY_NODE, Optional.empty());
            }
            return;
        }
        Reason reason = Reason.of(ReasonCode.LEAK).with("litresPerMinute", leak.litresPerMinute());
        if (!watch.state().leaks().containsKey(leak.node())) {
            write(watch, AuditEntry.Kind.LEAK_SEEN, "node-" + leak.node(), Watch.BY_NODE, Optional.of(reason));
        }
        watch.set(watch.state().withLeak(leak.node(), leak.litresPerMinute()));
        watch.valves().stream()
                .filter(valve -> watch.sameSource(valve).stream().anyMatch(other -> other.node() == leak.node()))
                .sorted((a, b) -> Boolean.compare(b.isMaster(), a.isMaster()))
                .forEach(valve -> watch.close(valve, EndCause.LEAK, Watch.BY_WATCH, Optional.of(reason)));
    }

    static void blocked(Watch watch, SafetyEvent.Blocked blocked) {
        watch.valve(blocked.valveId()).ifPresent(valve -> {
            watch.heard(valve.node());
            Reason reason =
                    Reason.of(ReasonCode.BLOCKED).with("seconds", blocked.open().toSeconds());
            if (!watch.of(valve).blocked()) {
                write(watch, AuditEntry.Kind.BLOCKED_SEEN, valve.id(), Watch.BY_NODE, Optional.of(reason));
            }
            watch.close(valve, EndCause.BLOCKED, Watch.BY_WATCH, Optional.of(reason));
            watch.set(valve, watch.of(valve).withBlocked(true));
        });
    }

    /** What a person opened goes on: it stands on the person's own eyes. */
    static void doubted(Watch watch, SafetyEvent.DataDoubted doubted) {
        for (Valve valve : watch.valves()) {
            if (valve.zoneId().filter(doubted.zoneId()::equals).isPresent()
                    && watch.of(valve).automatic()) {
                watch.close(
                        valve,
                        doubted.stale() ? EndCause.STALE_SENSOR : EndCause.FLAGGED_SENSOR,
                        Watch.BY_WATCH,
                        Optional.of(Reason.of(ReasonCode.DATA_FLAGGED)));
            }
        }
    }

    static void clear(Watch watch, SafetyEvent.FaultCleared cleared) {
        watch.valve(cleared.valveId()).ifPresent(valve -> {
            watch.set(valve, watch.of(valve).withBlocked(false));
            watch.set(watch.state().withoutLeak(valve.node()));
            write(watch, AuditEntry.Kind.FAULT_CLEARED, valve.id(), cleared.by(), Optional.empty());
        });
    }

    private static void write(Watch watch, AuditEntry.Kind kind, String subject, String by, Optional<Reason> reason) {
        watch.write(kind, subject, by, Optional.empty(), Optional.empty(), reason);
    }
}
