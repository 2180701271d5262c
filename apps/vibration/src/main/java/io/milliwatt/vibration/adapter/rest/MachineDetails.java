package io.milliwatt.vibration.adapter.rest;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import io.milliwatt.dsp.vibration.FaultOrders;
import io.milliwatt.platform.storage.NodeState;
import io.milliwatt.platform.storage.NodeState.LatestStatus;
import io.milliwatt.platform.storage.NodeState.LatestUpdate;
import io.milliwatt.platform.storage.NodeState.LatestVerdict;
import io.milliwatt.telemetry.Octets;
import io.milliwatt.telemetry.Status;
import io.milliwatt.telemetry.UpdateReason;
import io.milliwatt.vibration.adapter.view.MachineView;
import io.milliwatt.vibration.machine.Machine;
import java.time.Instant;
import java.util.Locale;
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

    /**
     * The node on the machine; what its status frames have not said is null.
     *
     * @param bundleHash the first 8 bytes of the running bundle's SHA-256, in hexadecimal
     */
    public record NodeView(
            long id,
            OptionalLong firmwareModelVersion,
            OptionalLong heldFrames,
            OptionalLong droppedFrames,
            Optional<Boolean> localAlarmSignal,
            OptionalLong modelId,
            Optional<String> bundleHash,
            Optional<UpdateView> update) {

        static NodeView of(long node, Optional<NodeState> state) {
            Optional<LatestStatus> status = state.flatMap(NodeState::status);
            return new NodeView(
                    node,
                    modelVersion(state, status),
                    status.map(LatestStatus::heldFrames).orElse(OptionalLong.empty()),
                    status.map(LatestStatus::droppedFrames).orElse(OptionalLong.empty()),
                    status.map(last -> (last.flags() & Status.LOCAL_ALARM) != 0),
                    status.map(LatestStatus::modelId).orElse(OptionalLong.empty()),
                    status.flatMap(LatestStatus::bundleDigest).map(Octets::toString),
                    state.flatMap(NodeState::update).map(UpdateView::of));
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

    /**
     * The node's newest word on an update of its model.
     *
     * @param state empty, staged, trial, confirmed or bad
     * @param reason in words, where the node gave one
     */
    public record UpdateView(Instant at, String state, long modelId, long modelVersion, Optional<String> reason) {
        static UpdateView of(LatestUpdate update) {
            long reason = update.reason().orElse(UpdateReason.NONE.number());
            return new UpdateView(
                    update.at(),
                    update.state().name().toLowerCase(Locale.ROOT),
                    update.modelId(),
                    update.modelVersion(),
                    reason == UpdateReason.NONE.number()
                            ? Optional.empty()
                            : Optional.of(UpdateReason.fromNumber(reason)
                                    .map(UpdateReason::sentence)
                                    .orElse("reason " + reason)));
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
