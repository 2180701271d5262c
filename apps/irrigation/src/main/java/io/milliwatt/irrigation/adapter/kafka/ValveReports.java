package io.milliwatt.irrigation.adapter.kafka;

import io.milliwatt.irrigation.adapter.db.Farm;
import io.milliwatt.irrigation.adapter.desk.SafetyDesk;
import io.milliwatt.irrigation.probe.Probe;
import io.milliwatt.irrigation.probe.ReadingFlag;
import io.milliwatt.irrigation.safety.SafetyEvent;
import io.milliwatt.irrigation.supply.Valve;
import io.milliwatt.platform.alarms.Transition;
import io.milliwatt.platform.ingest.Announcements;
import io.milliwatt.platform.ingest.ReceivedFrame;
import io.milliwatt.telemetry.Event;
import io.milliwatt.telemetry.IrrigationEvent;
import io.milliwatt.telemetry.SoilReading;
import io.milliwatt.telemetry.ValveState;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import org.jdbi.v3.core.Handle;

/** What frames tell the watch over the valves, in their order; what comes late is history, and tells it only that the node is there. */
@ApplicationScoped
class ValveReports {

    private static final Duration HEARD_EVERY = Duration.ofMinutes(1);
    private static final double MINUTES_PER_HOUR = 60;

    private final SafetyDesk safety;
    private final ValveCommands commands;
    private final Clock clock;
    private final Map<Long, Instant> toldHeard = new ConcurrentHashMap<>();

    ValveReports(SafetyDesk safety, ValveCommands commands, Clock clock) {
        this.safety = safety;
        this.commands = commands;
        this.clock = clock;
    }

    /** Whatever the watch orders then is sent once the transaction is committed. */
    List<Transition> tell(Handle handle, Farm farm, List<ReceivedFrame> frames, Announcements announcements) {
        Map<String, List<SafetyEvent>> bySite = new TreeMap<>();
        for (ReceivedFrame frame : frames) {
            List<Valve> valves = farm.valvesOfNode(frame.frame().node());
            if (!valves.isEmpty()) {
                bySite.computeIfAbsent(safety.siteOf(valves.getFirst()), site -> new ArrayList<>())
                        .addAll(events(frame, valves));
            }
            doubted(farm, frame)
                    .ifPresent(zone -> farm.valvesOfZone(zone).stream()
                            .findFirst()
                            .ifPresent(valve -> bySite.computeIfAbsent(safety.siteOf(valve), site -> new ArrayList<>())
                                    .add(new SafetyEvent.DataDoubted(clock.instant(), zone, false))));
        }
        List<Transition> transitions = new ArrayList<>();
        bySite.forEach((site, events) -> {
            if (!events.isEmpty()) {
                transitions.addAll(safety.tell(handle, site, events).transitions());
                announcements.add(commands::committed);
            }
        });
        return transitions;
    }

    /** The zone whose probe has just said nothing that can be believed: what opened by itself on its word is closed. */
    private static Optional<String> doubted(Farm farm, ReceivedFrame frame) {
        if (frame.late() || !(frame.frame().body() instanceof SoilReading reading)) {
            return Optional.empty();
        }
        boolean doubtful = !reading.depths().isEmpty()
                && reading.depths().stream()
                        .allMatch(depth -> ReadingFlag.ofBits((int) depth.qualityFlags()).stream()
                                .anyMatch(ReadingFlag::excludes));
        return doubtful ? farm.probeOfNode(frame.frame().node()).map(Probe::zoneId) : Optional.empty();
    }

    private List<SafetyEvent> events(ReceivedFrame frame, List<Valve> valves) {
        Instant now = clock.instant();
        if (frame.late()) {
            return heard(frame.frame().node(), now);
        }
        return switch (frame.frame().body()) {
            case ValveState state ->
                named(valves, state.valve())
                        .<SafetyEvent>map(
                                valve -> new SafetyEvent.Reported(now, valve.id(), state.open(), state.cause()))
                        .stream()
                        .toList();
            case Event event -> faults(frame.frame().node(), event, valves, now);
            default -> heard(frame.frame().node(), now);
        };
    }

    /** The contract gives a leak's litres and litres an hour, and a blocked valve's number and seconds. */
    private static List<SafetyEvent> faults(long node, Event event, List<Valve> valves, Instant now) {
        IrrigationEvent kind =
                IrrigationEvent.fromNumber(event.eventClass()).orElse(IrrigationEvent.REFILL_LINE_REACHED);
        return switch (kind) {
            case LEAK -> List.of(new SafetyEvent.Leak(now, node, event.onset(), litresPerMinute(event)));
            case BLOCKED ->
                event.onset()
                        ? named(valves, value(event, 0, 1))
                                .<SafetyEvent>map(valve -> new SafetyEvent.Blocked(
                                        now, valve.id(), Duration.ofSeconds(value(event, 1, 0))))
                                .stream()
                                .toList()
                        : List.of();
            case CUT_SHORT, STOPPED, SENSOR_STALE, SENSOR_FLAGGED, REFILL_LINE_REACHED, BATTERY_LOW ->
                List.of(new SafetyEvent.Heard(now, node));
        };
    }

    private static double litresPerMinute(Event event) {
        return value(event, 1, 0) / MINUTES_PER_HOUR;
    }

    private List<SafetyEvent> heard(long node, Instant now) {
        Instant last = toldHeard.getOrDefault(node, Instant.EPOCH);
        if (last.plus(HEARD_EVERY).isAfter(now)) {
            return List.of();
        }
        toldHeard.put(node, now);
        return List.of(new SafetyEvent.Heard(now, node));
    }

    private static Optional<Valve> named(List<Valve> valves, long number) {
        return valves.stream().filter(valve -> valve.output() + 1 == number).findFirst();
    }

    private static long value(Event event, int place, long otherwise) {
        return event.values().size() > place ? event.values().get(place) : otherwise;
    }
}
