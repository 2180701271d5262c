package io.milliwatt.irrigation.adapter.db;

import java.time.Instant;
import java.util.Collections;
import java.util.List;
import java.util.OptionalLong;

/**
 * A reading of a soil node as it is stored; the lists have one entry for each sensor, null where it did not answer.
 *
 * @param waterContentPermille by volume, 0.1 %
 * @param flags of the node and of the server together, by sensor
 * @param rainTenthsMillimetre since the node's boot
 * @param flowLitres since the node's boot
 */
public record SoilRow(
        long node,
        Instant at,
        long boot,
        long sequence,
        List<Long> depthsMillimetres,
        List<Long> waterContentPermille,
        List<Long> temperatureCentidegrees,
        List<Long> flags,
        OptionalLong batteryMillivolts,
        OptionalLong rainTenthsMillimetre,
        OptionalLong airCentidegrees,
        OptionalLong flowLitres,
        OptionalLong daysToRefillTenths,
        boolean late,
        boolean clockSuspect) {

    public SoilRow {
        depthsMillimetres = List.copyOf(depthsMillimetres);
        // Not copyOf: a sensor that did not answer is null.
        waterContentPermille = Collections.unmodifiableList(waterContentPermille);
        temperatureCentidegrees = Collections.unmodifiableList(temperatureCentidegrees);
        flags = List.copyOf(flags);
    }
}
