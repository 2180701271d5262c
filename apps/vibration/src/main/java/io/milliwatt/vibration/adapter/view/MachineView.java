package io.milliwatt.vibration.adapter.view;

import io.milliwatt.vibration.condition.MachineCondition;
import io.milliwatt.vibration.condition.MachineCondition.Heard;
import io.milliwatt.vibration.condition.Quantity;
import io.milliwatt.vibration.machine.Machine;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** A machine as the list shows it. Values that are not known are null. */
public record MachineView(
        String id,
        String name,
        String area,
        Optional<Long> nodeId,
        String bearing,
        double shaftSpeedRpm,
        String isoGroup,
        String support,
        String state,
        int urgency,
        Optional<Double> velocityRmsMillimetresPerSecond,
        Optional<String> zone,
        List<Double> zoneLimitsMillimetresPerSecond,
        Optional<Double> kurtosis,
        Optional<Double> crestFactor,
        Optional<VerdictView> verdict,
        int openAlarms,
        int unacknowledgedAlarms,
        Optional<Instant> lastSeenAt) {

    static MachineView of(MachineCondition condition) {
        Machine machine = condition.machine();
        return new MachineView(
                machine.id(),
                machine.name(),
                machine.area(),
                machine.nodeNumber(),
                machine.bearing().name(),
                condition.shaftSpeedRpm(),
                machine.limits().group(),
                machine.limits().support(),
                condition.state().label(),
                condition.urgency(),
                value(condition, Quantity.VELOCITY_RMS),
                condition.zone().map(Enum::name),
                List.of(
                        machine.limits().ab(),
                        machine.limits().bc(),
                        machine.limits().cd()),
                value(condition, Quantity.KURTOSIS),
                value(condition, Quantity.CREST_FACTOR),
                condition.verdict().map(VerdictView::of),
                condition.openAlarms().size(),
                condition.unacknowledgedAlarms(),
                condition.heard().map(Heard::receivedAt));
    }

    private static Optional<Double> value(MachineCondition condition, Quantity quantity) {
        return condition.heard().flatMap(Heard::readings).map(readings -> readings.value(quantity));
    }
}
