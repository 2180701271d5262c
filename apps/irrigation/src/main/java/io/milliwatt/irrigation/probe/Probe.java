package io.milliwatt.irrigation.probe;

import io.milliwatt.irrigation.reason.Reason;
import io.milliwatt.irrigation.reason.ReasonCode;
import io.milliwatt.irrigation.reason.Setting;
import io.milliwatt.irrigation.reason.UnfitException;
import io.milliwatt.irrigation.site.Identifier;
import io.milliwatt.irrigation.site.Position;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * A node with soil sensors in a zone.
 *
 * @param node uint32
 * @param depths its sensors, from the top down
 * @param installedAt since when it lies as told; what came before belongs to another place
 */
public record Probe(
        String id,
        String zoneId,
        long node,
        List<ProbeDepth> depths,
        Instant installedAt,
        Optional<Position> position) {

    public Probe {
        Identifier.require("probe", id);
        Identifier.require("zone", zoneId);
        Identifier.requireNode(node);
        depths = List.copyOf(depths);
        Setting.SENSOR_COUNT.require(depths.size(), 1, ProbeDepth.CHANNELS);
        for (int i = 1; i < depths.size(); i++) {
            if (depths.get(i).depthCentimetres() <= depths.get(i - 1).depthCentimetres()) {
                throw new UnfitException(Reason.of(ReasonCode.DEPTHS_NOT_DOWNWARDS)
                        .with(
                                "depths",
                                depths.stream()
                                        .map(depth -> Integer.toString(depth.depthCentimetres()))
                                        .collect(Collectors.joining(", "))));
            }
        }
        if (depths.stream().map(ProbeDepth::channel).distinct().count() != depths.size()) {
            throw new IllegalArgumentException("Two sensors of the probe have the same channel.");
        }
    }

    public Optional<ProbeDepth> channel(int channel) {
        return depths.stream().filter(depth -> depth.channel() == channel).findFirst();
    }
}
