package io.milliwatt.irrigation.soilsetup;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.TreeMap;

/**
 * Finds the plateaus after wettings in a sensor's readings. A wetting is a rise of more than a sensor's noise within a day; two to three days after its
 * peak the free water of most soils has gone (FAO-56 chapter 8). Only falls that have become slow by then count: a soil that
 * still loses much is being drawn on by roots, or has not drained yet.
 */
public final class PlateauFinder {
    private static final double LEAST_RISE = 0.02;
    private static final double RENEWED_RISE = 0.01;
    private static final Duration RISE_WITHIN = Duration.ofHours(24);
    private static final Duration FIRST_DAY = Duration.ofHours(24);
    private static final Duration DRAINED = Duration.ofHours(48);
    private static final Duration SEEN_UNTIL = Duration.ofHours(72);

    private static final Duration AROUND = Duration.ofHours(3);

    /** A node with nothing new to tell speaks once a day. */
    private static final Duration HOLDS = Duration.ofHours(26);

    /** A fall per day that is neither drainage any more nor much of a crop's use, m³/m³: it may take that much off the plateau. */
    private static final double SLOW_FALL = 0.008;

    private final NavigableMap<Instant, Double> readings = new TreeMap<>();

    private PlateauFinder(Collection<Sample> samples) {
        samples.forEach(sample -> readings.put(sample.at(), sample.fraction()));
    }

    /** @param samples good readings of one sensor, in any order; empty where no wetting could be followed to its end */
    public static Optional<DrainagePlateau> find(Collection<Sample> samples) {
        PlateauFinder finder = new PlateauFinder(samples);
        List<Double> plateaus = new ArrayList<>();
        Instant after = Instant.MIN;
        for (Instant peak : finder.readings.keySet()) {
            if (peak.isAfter(after) && finder.isPeak(peak)) {
                finder.plateau(peak).ifPresent(plateaus::add);
                after = peak.plus(FIRST_DAY);
            }
        }
        return plateaus.isEmpty() ? Optional.empty() : Optional.of(DrainagePlateau.of(plateaus));
    }

    private boolean isPeak(Instant at) {
        double here = readings.get(at);
        double before = readings.subMap(at.minus(RISE_WITHIN), true, at, false).values().stream()
                .mapToDouble(Double::doubleValue)
                .min()
                .orElse(here);
        double next = readings.subMap(at, false, at.plus(FIRST_DAY), true).values().stream()
                .mapToDouble(Double::doubleValue)
                .max()
                .orElse(Double.POSITIVE_INFINITY);
        return here - before >= LEAST_RISE && here >= next;
    }

    private OptionalDouble plateau(Instant peak) {
        OptionalDouble drained = around(peak.plus(DRAINED));
        OptionalDouble end = around(peak.plus(SEEN_UNTIL));
        if (drained.isEmpty() || end.isEmpty() || wettedAgain(peak)) {
            return OptionalDouble.empty();
        }
        return drained.getAsDouble() - end.getAsDouble() <= SLOW_FALL ? drained : OptionalDouble.empty();
    }

    private boolean wettedAgain(Instant peak) {
        double lowest = readings.get(peak);
        for (double value :
                readings.subMap(peak, false, peak.plus(SEEN_UNTIL), true).values()) {
            if (value - lowest > RENEWED_RISE) {
                return true;
            }
            lowest = Math.min(lowest, value);
        }
        return false;
    }

    /** Mean of the hours around a moment; of a sensor that tells changes only, what it told last. */
    private OptionalDouble around(Instant at) {
        OptionalDouble mean = readings.subMap(at.minus(AROUND), true, at.plus(AROUND), true).values().stream()
                .mapToDouble(Double::doubleValue)
                .average();
        if (mean.isPresent() || !readings.lastKey().isAfter(at)) {
            return mean;
        }
        var told = readings.floorEntry(at);
        return told != null && !told.getKey().isBefore(at.minus(HOLDS))
                ? OptionalDouble.of(told.getValue())
                : OptionalDouble.empty();
    }
}
