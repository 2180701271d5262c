package io.milliwatt.irrigation.safety;

import io.milliwatt.irrigation.supply.Valve;
import java.util.Optional;
import java.util.stream.Stream;

/** The emergency stop: anybody may press it, a person must release it, and releasing it opens nothing. */
final class Stops {
    private Stops() {}

    static void press(Watch watch, SafetyEvent.StopPressed pressed) {
        if (watch.state().stop().isEmpty()) {
            EmergencyStop stop = new EmergencyStop(pressed.at(), pressed.by(), pressed.why());
            watch.set(watch.state().withStop(Optional.of(stop)));
            watch.write(
                    AuditEntry.Kind.STOP_PRESSED,
                    Watch.SITE,
                    pressed.by(),
                    Optional.empty(),
                    Optional.empty(),
                    Optional.of(stop.reason()));
        }
        nodes(watch).forEach(node -> watch.order(new Order.StopAll(node)));
        for (Valve valve : watch.valves()) {
            watch.close(valve, EndCause.EMERGENCY_STOP, pressed.by(), Optional.empty());
        }
    }

    static void release(Watch watch, SafetyEvent.StopReleased released) {
        watch.state().stop().ifPresent(stop -> {
            watch.set(watch.state().withStop(Optional.empty()));
            watch.write(
                    AuditEntry.Kind.STOP_RELEASED,
                    Watch.SITE,
                    released.by(),
                    Optional.empty(),
                    Optional.empty(),
                    Optional.of(stop.reason()));
            nodes(watch).forEach(node -> watch.order(new Order.LiftStop(node)));
        });
    }

    private static Stream<Long> nodes(Watch watch) {
        return watch.valves().stream().map(Valve::node).distinct();
    }
}
