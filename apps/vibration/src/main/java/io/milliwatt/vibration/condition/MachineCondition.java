package io.milliwatt.vibration.condition;

import io.milliwatt.dsp.vibration.SeverityZone;
import io.milliwatt.platform.alarms.Alarm;
import io.milliwatt.platform.alarms.AlarmState;
import io.milliwatt.platform.alarms.Priority;
import io.milliwatt.vibration.machine.Machine;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;

/**
 * How a machine is now.
 *
 * @param heard when the node was last heard and its newest window, absent for a machine that was never heard
 * @param openAlarms that are not yet normal
 * @param silent whether the node has not been heard for too long
 */
public record MachineCondition(
        Machine machine, Optional<Heard> heard, Optional<Verdict> verdict, List<Alarm> openAlarms, boolean silent) {

    private static final int PER_UNACKNOWLEDGED_PRIORITY = 10_000;
    private static final int PER_ACTIVE_PRIORITY = 1_000;
    private static final int PER_ZONE = 100;
    private static final int DAMAGE = 50;
    private static final int PROBABILITY = 49;

    /**
     * The newest window of a node.
     *
     * @param readings absent where the node has sent none, or by a recipe that is not known here
     */
    public record Heard(Instant receivedAt, Optional<Readings> readings, SignalQuality quality) {}

    public MachineCondition {
        openAlarms = List.copyOf(openAlarms);
    }

    public MachineState state() {
        if (heard.isEmpty() || silent) {
            return MachineState.NO_DATA;
        }
        Optional<Priority> worst = worst(openAlarms, AlarmState::isActive);
        if (worst.equals(Optional.of(Priority.HIGH))) {
            return MachineState.ALARM;
        }
        if (heard.get().quality().isStopped()) {
            return MachineState.STOPPED;
        }
        return worst.isPresent() ? MachineState.WARNING : MachineState.NORMAL;
    }

    /** The zone of the newest window; absent where the machine stands or its values cannot be judged. */
    public Optional<SeverityZone> zone() {
        return heard.filter(window -> window.quality().isJudgeable())
                .flatMap(Heard::readings)
                .map(readings -> machine.limits().zone(Math.max(0, readings.value(Quantity.VELOCITY_RMS))));
    }

    /** Larger comes first: what nobody has acknowledged, then what is active, then the zone, then the verdict. */
    public int urgency() {
        int unacknowledged = weight(worst(openAlarms, AlarmState::isUnacknowledged));
        int active = weight(worst(openAlarms, AlarmState::isActive));
        int zone = zone().map(MachineCondition::rank).orElse(0);
        int damage = verdict.filter(said -> said.fault().isDamage())
                .map(said -> DAMAGE + (int) Math.round(PROBABILITY * said.probability()))
                .orElse(0);
        return unacknowledged * PER_UNACKNOWLEDGED_PRIORITY + active * PER_ACTIVE_PRIORITY + zone * PER_ZONE + damage;
    }

    /** How many alarms nobody has acknowledged. */
    public int unacknowledgedAlarms() {
        return (int) openAlarms.stream()
                .filter(alarm -> alarm.state().isUnacknowledged())
                .count();
    }

    /** What the node measured, else what the plate says. */
    public double shaftSpeedRpm() {
        return heard.flatMap(Heard::readings)
                .map(readings -> readings.shaftSpeedRpm().orElse(machine.nominalSpeedRpm()))
                .orElse(machine.nominalSpeedRpm());
    }

    private static Optional<Priority> worst(Collection<Alarm> alarms, Predicate<AlarmState> which) {
        return alarms.stream()
                .filter(alarm -> which.test(alarm.state()))
                .map(Alarm::priority)
                .min(Enum::compareTo);
    }

    private static int weight(Optional<Priority> priority) {
        return priority.map(worst -> switch (worst) {
                    case HIGH -> 3;
                    case MEDIUM -> 2;
                    case LOW -> 1;
                })
                .orElse(0);
    }

    private static int rank(SeverityZone zone) {
        return switch (zone) {
            case A -> 0;
            case B -> 1;
            case C -> 2;
            case D -> 3;
        };
    }
}
