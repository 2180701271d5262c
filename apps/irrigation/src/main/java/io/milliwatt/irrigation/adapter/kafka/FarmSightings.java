package io.milliwatt.irrigation.adapter.kafka;

import io.milliwatt.irrigation.adapter.db.Farm;
import io.milliwatt.irrigation.adapter.db.ValveTable;
import io.milliwatt.irrigation.alarm.AlarmSource;
import io.milliwatt.irrigation.alarm.FarmRules;
import io.milliwatt.irrigation.probe.FleetVerdict;
import io.milliwatt.irrigation.probe.Probe;
import io.milliwatt.irrigation.probe.ReadingFlag;
import io.milliwatt.irrigation.supply.Valve;
import io.milliwatt.platform.alarms.AlarmRule;
import io.milliwatt.platform.alarms.Observation.Report;
import io.milliwatt.platform.alarms.store.AlarmBook.Sighting;
import io.milliwatt.platform.ingest.ReceivedFrame;
import io.milliwatt.telemetry.Event;
import io.milliwatt.telemetry.IrrigationEvent;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.function.Function;
import java.util.stream.Stream;

/** What the alarm rules see of frames. */
final class FarmSightings {

    private FarmSightings() {}

    /** @param known the last look over the probe's days: what it found stands until it looks again, whatever a single reading says */
    static Stream<Sighting> of(SoilRows.Checked checked, Function<Probe, Optional<FleetVerdict>> known) {
        return checked.probe().stream().flatMap(probe -> {
            String source = AlarmSource.probe(probe.id()).toString();
            boolean doubtful = !checked.moved()
                    && checked.row().flags().stream()
                            .anyMatch(flags -> ReadingFlag.ofBits(flags.intValue()).stream()
                                    .anyMatch(flag -> flag.excludes() && flag != ReadingFlag.FROZEN));
            Optional<FleetVerdict> verdict = known.apply(probe);
            boolean unfit = verdict.filter(FleetVerdict::unfit).isPresent();
            boolean movedBefore = verdict.flatMap(FleetVerdict::moved)
                    .filter(at -> !at.at().isBefore(probe.installedAt()))
                    .isPresent();
            return Stream.of(
                    sighting(source, FarmRules.sensorFault(), checked, doubtful || unfit),
                    sighting(source, FarmRules.probeMoved(), checked, checked.moved() || movedBefore));
        });
    }

    private static Sighting sighting(String source, AlarmRule rule, SoilRows.Checked checked, boolean present) {
        return new Sighting(
                source,
                rule,
                new Report(
                        checked.row().at(),
                        present,
                        OptionalDouble.empty(),
                        checked.row().late()));
    }

    /** A valve that says it is closed again ends what its opening has raised. */
    static Stream<Sighting> of(Valve valve, ValveTable.Word word, boolean late) {
        String source = AlarmSource.valve(valve.id()).toString();
        Report closed = new Report(word.at(), false, OptionalDouble.empty(), late);
        return word.open()
                ? Stream.of(new Sighting(source, FarmRules.notConfirmed(), closed))
                : Stream.of(new Sighting(source, FarmRules.openTooLong(), closed));
    }

    static Stream<Sighting> of(ReceivedFrame received, Event event, Farm farm) {
        Optional<IrrigationEvent> known = IrrigationEvent.fromNumber(event.eventClass());
        return known.flatMap(FarmSightings::rule).stream()
                .flatMap(rule -> sources(received.frame().node(), event, known.orElseThrow(), farm).stream()
                        .map(source -> new Sighting(
                                source,
                                rule,
                                new Report(received.at(), event.onset(), OptionalDouble.empty(), received.late()))));
    }

    private static Optional<AlarmRule> rule(IrrigationEvent event) {
        return switch (event) {
            case LEAK -> Optional.of(FarmRules.leak());
            case BLOCKED -> Optional.of(FarmRules.blocked());
            case CUT_SHORT -> Optional.of(FarmRules.cutShort());
            case BATTERY_LOW -> Optional.of(FarmRules.batteryLow());
            // The stop is the server's own word; readings and the balance tell the rest.
            case STOPPED, SENSOR_STALE, SENSOR_FLAGGED, REFILL_LINE_REACHED -> Optional.empty();
        };
    }

    /** The valve that the event names in its first value, the node's valves, its probe, or the node itself: somebody must be reached. */
    private static List<String> sources(long node, Event event, IrrigationEvent kind, Farm farm) {
        boolean ofValve = kind != IrrigationEvent.BATTERY_LOW;
        List<Valve> valves = ofValve ? concerned(farm.valvesOfNode(node), event, kind) : List.of();
        if (!valves.isEmpty()) {
            return valves.stream()
                    .map(valve -> AlarmSource.valve(valve.id()).toString())
                    .toList();
        }
        return List.of(farm.probeOfNode(node)
                .map(probe -> AlarmSource.probe(probe.id()))
                .orElse(AlarmSource.node(node))
                .toString());
    }

    /** A leak is no single valve's, so the node's first stands for it; the others name theirs in the first value. */
    private static List<Valve> concerned(List<Valve> valves, Event event, IrrigationEvent kind) {
        List<Valve> named = valves.stream()
                .filter(valve -> kind != IrrigationEvent.LEAK
                        && !event.values().isEmpty()
                        && event.values().getFirst() == valve.output() + 1)
                .toList();
        return named.isEmpty() ? valves.stream().limit(1).toList() : named;
    }
}
