package io.milliwatt.vibration.adapter.kafka;

import io.milliwatt.platform.alarms.Observation.Measured;
import io.milliwatt.platform.alarms.Observation.Report;
import io.milliwatt.platform.alarms.store.AlarmBook.Sighting;
import io.milliwatt.platform.ingest.ReceivedFrame;
import io.milliwatt.telemetry.Event;
import io.milliwatt.telemetry.Features;
import io.milliwatt.vibration.adapter.db.MachineDirectory;
import io.milliwatt.vibration.condition.Fault;
import io.milliwatt.vibration.condition.MachineRules;
import io.milliwatt.vibration.condition.Quantity;
import io.milliwatt.vibration.condition.Readings;
import io.milliwatt.vibration.condition.SignalQuality;
import io.milliwatt.vibration.condition.Verdict;
import io.milliwatt.vibration.machine.Machine;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.stream.Stream;

/** What the alarm rules see of frames. */
@ApplicationScoped
class FrameSightings {

    private static final double PERCENT = 100;

    private final MachineDirectory machines;

    FrameSightings(MachineDirectory machines) {
        this.machines = machines;
    }

    List<Sighting> of(List<ReceivedFrame> frames) {
        return frames.stream().flatMap(this::of).toList();
    }

    private Stream<Sighting> of(ReceivedFrame received) {
        return Stream.concat(afterRestart(received), content(received));
    }

    /**
     * A node that has just started judges afresh: what it reported before has ended, and it reports again what is still
     * there. Without this, an alarm of before the restart would stand for ever, since its end is never sent. An event
     * speaks for itself.
     */
    private Stream<Sighting> afterRestart(ReceivedFrame received) {
        if (received.frame().sequence() != 0 || received.frame().body() instanceof Event) {
            return Stream.empty();
        }
        return machines.withNode(received.frame().node()).stream()
                .map(machine -> new Sighting(
                        machine.id(), MachineRules.bearingDamage(Fault.NONE), Report.of(received.at(), false)));
    }

    private Stream<Sighting> content(ReceivedFrame received) {
        Optional<Machine> machine = machines.withNode(received.frame().node());
        return switch (received.frame().body()) {
            case Features features -> machine.stream().flatMap(known -> levels(known, features, received));
            case Event event -> Stream.of(damage(machine.map(Machine::id).orElse(sourceOf(received)), event, received));
            default -> Stream.empty();
        };
    }

    /** An event of a node that is on no machine must still reach somebody. */
    private static String sourceOf(ReceivedFrame received) {
        return "node-" + received.frame().node();
    }

    private static Stream<Sighting> levels(Machine machine, Features features, ReceivedFrame received) {
        SignalQuality quality = new SignalQuality(features.qualityFlags());
        Sighting signal = new Sighting(
                machine.id(), MachineRules.signalQuality(quality), Report.of(received.at(), quality.isFaulty()));
        if (!quality.isJudgeable() && !quality.isStopped()) {
            return Stream.of(signal);
        }
        return Stream.concat(
                Stream.of(signal),
                Readings.of(features.recipeId(), features.recipeVersion(), features.values()).stream()
                        .flatMap(readings -> zones(machine, quality, readings, received)));
    }

    /** A machine that stands has no zone: what the sensor feels then comes from its neighbours, so it counts as zero. */
    private static Stream<Sighting> zones(
            Machine machine, SignalQuality quality, Readings readings, ReceivedFrame received) {
        double velocity = quality.isStopped() ? 0 : readings.value(Quantity.VELOCITY_RMS);
        Measured measured = new Measured(received.at(), velocity);
        return Stream.of(
                new Sighting(machine.id(), MachineRules.zoneC(machine), measured),
                new Sighting(machine.id(), MachineRules.zoneD(machine), measured));
    }

    private static Sighting damage(String source, Event event, ReceivedFrame received) {
        Fault fault = Fault.fromNumber(event.eventClass()).orElse(Fault.UNIDENTIFIED);
        // The node tells its probability in 256 steps: a whole percent is as fine as that goes.
        double percent = Math.rint(PERCENT
                * Verdict.fromCounts(fault, event.probability(), received.at()).probability());
        return new Sighting(
                source,
                MachineRules.bearingDamage(fault),
                new Report(received.at(), event.onset() && fault.isDamage(), OptionalDouble.of(percent)));
    }
}
