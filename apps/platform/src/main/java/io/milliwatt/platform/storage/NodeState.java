package io.milliwatt.platform.storage;

import io.milliwatt.telemetry.Octets;
import io.milliwatt.telemetry.UpdateState;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;

/** The last word of a node. */
public record NodeState(
        long node,
        Instant lastReceivedAt,
        Optional<LatestFeatures> features,
        Optional<LatestStatus> status,
        Optional<LatestUpdate> update) {

    /** The newest features by the node's time; the verdict may be older, being the last one given. */
    public record LatestFeatures(
            Instant at,
            long recipeId,
            long recipeVersion,
            List<Long> measured,
            long qualityFlags,
            Optional<LatestVerdict> verdict) {}

    /** The model's last word. {@code probability} 0…255. */
    public record LatestVerdict(long verdict, int probability, Instant at, OptionalLong modelVersion) {}

    /** The newest status frame. */
    public record LatestStatus(
            Instant at,
            long uptimeSeconds,
            OptionalLong batteryMillivolts,
            OptionalLong temperatureCentidegrees,
            OptionalLong heldFrames,
            OptionalLong droppedFrames,
            OptionalLong modelVersion,
            long flags,
            OptionalLong modelId,
            Optional<Octets> bundleDigest) {}

    /** The newest word on an update of the node's model. {@code reason} by the numbers of the contract. */
    public record LatestUpdate(
            Instant at,
            UpdateState.Slot state,
            long modelId,
            long modelVersion,
            OptionalLong reason,
            OptionalLong blocksReceived) {}
}
