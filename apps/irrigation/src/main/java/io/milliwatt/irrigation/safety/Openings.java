package io.milliwatt.irrigation.safety;

import io.milliwatt.irrigation.reason.Reason;
import io.milliwatt.irrigation.reason.ReasonCode;
import io.milliwatt.irrigation.supply.Valve;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Wishes to open a valve. */
final class Openings {
    private Openings() {}

    static void open(Watch watch, Valve valve, SafetyEvent.OpenWanted wanted) {
        if (watch.of(valve).runId().filter(wanted.runId()::equals).isPresent()) {
            return;
        }
        List<Reason> against = new ArrayList<>(
                Interlocks.of(valve, watch.sameSource(valve), watch.state(), watch.limits(), watch.now()));
        against.addAll(Interlocks.of(wanted.grounds(), watch.limits(), watch.now()));
        against.addAll(wanted.interlocks());
        Duration longest = longest(watch, valve);
        if (valve.isMaster() || longest.compareTo(watch.limits().startWindow()) < 0) {
            // A master valve follows the valves behind it; nobody opens it for itself.
            against.add(Reason.of(ReasonCode.MASTER_CLOSED)
                    .with("valve", watch.master(valve).orElse(valve).name()));
        }
        if (watch.of(valve).phase() != ValveWatch.Phase.CLOSED && against.isEmpty()) {
            against.add(Reason.of(ReasonCode.VALVE_UNKNOWN));
        }
        if (!against.isEmpty()) {
            against.forEach(reason -> watch.write(
                    AuditEntry.Kind.OPEN_REFUSED,
                    valve.id(),
                    by(wanted.grounds()),
                    Optional.of(wanted.runId()),
                    Optional.empty(),
                    Optional.of(reason)));
            return;
        }
        Duration length = wanted.open().compareTo(longest) > 0 ? longest : wanted.open();
        watch.open(valve, length, wanted.runId(), wanted.grounds() instanceof Grounds.Automatic, by(wanted.grounds()));
    }

    /** As long as the valve may be open, and its master is. */
    private static Duration longest(Watch watch, Valve valve) {
        Duration own = valve.maximumOpen();
        if (valve.isMaster()) {
            return own;
        }
        return watch.master(valve)
                .map(master -> left(watch, master))
                .filter(left -> left.compareTo(own) < 0)
                .orElse(own);
    }

    private static Duration left(Watch watch, Valve master) {
        ValveWatch state = watch.of(master);
        return switch (state.phase()) {
            // Its own time begins at its start, of which only the order is sure.
            case OPEN, OPENING ->
                Duration.between(
                        watch.now().plus(watch.limits().startWindow()),
                        state.closeBy().orElse(Instant.MIN).minus(watch.limits().startWindow()));
            case CLOSED -> master.maximumOpen().minus(watch.limits().startWindow());
            case CLOSING, UNKNOWN -> Duration.ZERO;
        };
    }

    private static String by(Grounds grounds) {
        return switch (grounds) {
            case Grounds.Automatic automatic -> Watch.BY_WATCH;
            case Grounds.Accepted accepted -> accepted.by();
            case Grounds.ByHand byHand -> byHand.by();
        };
    }
}
