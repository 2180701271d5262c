package io.milliwatt.irrigation.probe;

import io.milliwatt.irrigation.reason.Reason;
import io.milliwatt.irrigation.reason.ReasonCode;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.TreeMap;

/**
 * Suspects that a probe was moved to another depth. The daily swing of the soil's temperature dies away with depth as e^(−z/D) (Carslaw and Jaeger 1959);
 * a step in the logarithm of that swing by which all sensors change together, beside a step of moisture without water, is a move and no weather.
 *
 * @param at the first reading at the new place
 * @param shiftCentimetres downwards positive, by the swing
 */
public record MovedProbe(Instant at, double shiftCentimetres) {

    /** Damping depth of the daily wave in moist soil, cm: 8 to 15. */
    private static final double DAMPING_CENTIMETRES = 11;

    private static final double LEAST_SHIFT_CENTIMETRES = 6;
    private static final double LEAST_STEP_PERCENT = 2;
    private static final int LEAST_DAYS = 2;
    private static final int LOOKED_AT_DAYS = 4;

    /** Less swing than this is the sensor's resolution and tells no depth, °C. */
    private static final double LEAST_SWING_CELSIUS = 0.4;

    public Reason reason() {
        return Reason.of(ReasonCode.PROBE_MOVED).with("from", at.toString()).with("shiftCentimetres", shiftCentimetres);
    }

    /**
     * @param readings of some days before and after, in any order
     * @param candidate where quality control saw a break or a gap end
     */
    public static Optional<MovedProbe> at(Probe probe, Collection<DepthReading> readings, Instant candidate) {
        List<Double> shifts = new ArrayList<>();
        boolean stepped = false;
        for (ProbeDepth depth : probe.depths()) {
            List<DepthReading> own = readings.stream()
                    .filter(reading -> reading.channel() == depth.channel())
                    .toList();
            OptionalDouble before = swing(own, candidate.minus(Duration.ofDays(LOOKED_AT_DAYS)), candidate);
            OptionalDouble after = swing(own, candidate, candidate.plus(Duration.ofDays(LOOKED_AT_DAYS)));
            if (before.isPresent() && after.isPresent()) {
                shifts.add(DAMPING_CENTIMETRES * Math.log(before.getAsDouble() / after.getAsDouble()));
            }
            stepped |= step(own, candidate) >= LEAST_STEP_PERCENT;
        }
        if (shifts.isEmpty() || !stepped) {
            return Optional.empty();
        }
        boolean together =
                shifts.stream().allMatch(shift -> shift > 0) || shifts.stream().allMatch(shift -> shift < 0);
        double mean = shifts.stream().mapToDouble(Double::doubleValue).average().orElseThrow();
        return together && Math.abs(mean) >= LEAST_SHIFT_CENTIMETRES
                ? Optional.of(new MovedProbe(candidate, mean))
                : Optional.empty();
    }

    /** Median over whole days of half the range of the day's temperatures. */
    private static OptionalDouble swing(List<DepthReading> own, Instant from, Instant until) {
        TreeMap<Long, List<Double>> days = new TreeMap<>();
        for (DepthReading reading : own) {
            if (!reading.at().isBefore(from)
                    && reading.at().isBefore(until)
                    && reading.soilCelsius().isPresent()) {
                long day = Duration.between(from, reading.at()).toDays();
                days.computeIfAbsent(day, number -> new ArrayList<>())
                        .add(reading.soilCelsius().getAsDouble());
            }
        }
        List<Double> swings = days.values().stream()
                .filter(values -> values.size() >= 12)
                .map(values ->
                        (values.stream().mapToDouble(Double::doubleValue).max().orElseThrow()
                                        - values.stream()
                                                .mapToDouble(Double::doubleValue)
                                                .min()
                                                .orElseThrow())
                                / 2)
                .sorted()
                .toList();
        if (swings.size() < LEAST_DAYS) {
            return OptionalDouble.empty();
        }
        double median = swings.get(swings.size() / 2);
        return median >= LEAST_SWING_CELSIUS ? OptionalDouble.of(median) : OptionalDouble.empty();
    }

    /** Of moisture, between the six hours before and after, % by volume. */
    private static double step(List<DepthReading> own, Instant at) {
        OptionalDouble before = mean(own, at.minus(ProbeDigest.WINDOW), at);
        OptionalDouble after = mean(own, at, at.plus(ProbeDigest.WINDOW));
        return before.isPresent() && after.isPresent() ? Math.abs(after.getAsDouble() - before.getAsDouble()) : 0;
    }

    private static OptionalDouble mean(List<DepthReading> own, Instant from, Instant until) {
        return own.stream()
                .filter(reading -> !reading.at().isBefore(from) && reading.at().isBefore(until))
                .mapToDouble(DepthReading::waterContentPercent)
                .filter(Double::isFinite)
                .average();
    }
}
