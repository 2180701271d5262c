package io.milliwatt.irrigation.adapter.view;

import java.util.List;

/**
 * What one sensor of a zone read, as columns; {@code t} in milliseconds since 1970, water content m³/m³.
 *
 * @param temperatureCelsius NaN-free: as long as {@code t}, null where none came
 */
public record DepthCourse(
        String probeId,
        long depthMillimetres,
        List<Long> t,
        List<Double> waterContent,
        List<Double> temperatureCelsius,
        Excluded excluded) {

    /** Readings that take part in no decision, with the flag that excludes them. */
    public record Excluded(List<Long> t, List<Double> waterContent, List<String> flag) {}
}
