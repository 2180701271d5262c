package io.milliwatt.irrigation.adapter.view;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.OptionalLong;

/**
 * A probe as it is now.
 *
 * @param health good, watch, bad or silent
 * @param verdict ok or what is the matter, such as flat, dead, frozen, drifting or moved
 * @param calibration factory or soil-specific
 * @param briefing what its node was told last
 * @param readingsLast24h told where one probe is asked for
 * @param excludedLast24h told where one probe is asked for
 * @param judgedAt when its week and its months were looked over last
 * @param moves told where one probe is asked for, the latest first
 */
public record ProbeView(
        String id,
        String name,
        String zoneId,
        long nodeId,
        List<Integer> depthsMillimetres,
        Instant installedAt,
        Optional<Double> latitudeDegrees,
        Optional<Double> longitudeDegrees,
        String calibration,
        String health,
        String verdict,
        List<ReasonView> reasons,
        OptionalLong batteryMillivolts,
        Optional<Instant> lastHeardAt,
        boolean usedInBalance,
        OptionalDouble daysToRefillByNode,
        BriefingView briefing,
        List<DepthView> perDepth,
        OptionalInt readingsLast24h,
        OptionalInt excludedLast24h,
        List<Move> moves,
        Optional<Instant> judgedAt) {

    /** Since when it lies at which depths. */
    public record Move(Instant on, List<Integer> depthsMillimetres) {}

    /** One of its sensors; {@code waterContent} m³/m³. */
    public record DepthView(
            long depthMillimetres,
            OptionalDouble waterContent,
            OptionalDouble temperatureCelsius,
            Instant at,
            List<String> flags,
            String verdict) {}
}
