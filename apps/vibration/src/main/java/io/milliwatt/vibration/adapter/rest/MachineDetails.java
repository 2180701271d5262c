package io.milliwatt.vibration.adapter.rest;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import io.milliwatt.dsp.vibration.FaultOrders;
import io.milliwatt.platform.storage.NodeState;
import io.milliwatt.platform.storage.NodeState.LatestStatus;
import io.milliwatt.platform.storage.NodeState.LatestVerdict;
import io.milliwatt.telemetry.Status;
import io.milliwatt.vibration.adapter.view.MachineView;
import io.milliwatt.vibration.machine.Machine;
import java.util.Optional;
import java.util.OptionalLong;

/** A machine as its own page shows it: the row of the list and what explains it. */
public record MachineDetails(
        @JsonUnwrapped MachineView machine, String zoneSource, OrdersView orders, Optional<NodeView> node) {

    /** How often each part of the bearing is met per turn of the shaft. */
    public record OrdersView(double bpfo, double bpfi, double bsf, double ftf) {
        static OrdersView of(FaultOrders orders) {
            return new OrdersView(orders.outerRace(), orders.innerRace(), orders.elementSpin(), orders.cage());
        }
    }

    /** The node on the machine; what its status frames have not said is null. */
    public record NodeView(
            long id,
            OptionalLong firmwareModelVersion,
            OptionalLong heldFrames,
            OptionalLong droppedFrames,
            Optional<Boolean> localAlarmSignal) {

        static NodeView of(long node, Optional<NodeState> state) {
            Optional<LatestStatus> status = state.flatMap(NodeState::status);
            return new NodeView(
                    node,
                    modelVersion(state, status),
                    status.map(LatestStatus::heldFrames).orElse(OptionalLong.empty()),
                    status.map(LatestStatus::droppedFrames).orElse(OptionalLong.empty()),
                    status.map(last -> (last.flags() & Status.LOCAL_ALARM) != 0));
        }

        private static OptionalLong modelVersion(Optional<NodeState> state, Optional<LatestStatus> status) {
            OptionalLong told = status.map(LatestStatus::modelVersion).orElse(OptionalLong.empty());
            return told.isPresent()
                    ? told
                    : state.flatMap(NodeState::features)
                            .flatMap(NodeState.LatestFeatures::verdict)
                            .map(LatestVerdict::modelVersion)
                            .orElse(OptionalLong.empty());
        }
    }

    static MachineDetails of(MachineView view, Machine machine, Optional<NodeState> state) {
        return new MachineDetails(
                view,
                machine.limits().edition(),
                OrdersView.of(machine.bearing().geometry().faultOrders()),
                machine.nodeNumber().map(node -> NodeView.of(node, state)));
    }
}
