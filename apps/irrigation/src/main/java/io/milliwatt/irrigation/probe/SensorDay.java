package io.milliwatt.irrigation.probe;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.function.ToDoubleFunction;

/**
 * A probe's local day, as faults are looked for in it. A list has a place for each sensor, from the top down; NaN where it was not told for half of the day.
 *
 * @param waterContent mean, m³/m³ by the sensor's own curve
 * @param soilCelsius mean
 * @param airCelsius mean at the node; NaN where it is not measured
 * @param rainMillimetres in the node's own gauge; NaN where it has none
 * @param waterMillimetres given to its zone
 */
public record SensorDay(
        LocalDate day,
        List<Double> waterContent,
        List<Double> soilCelsius,
        double airCelsius,
        double rainMillimetres,
        double waterMillimetres) {

    private static final double PERCENT = 100;

    public SensorDay {
        waterContent = List.copyOf(waterContent);
        soilCelsius = List.copyOf(soilCelsius);
    }

    /**
     * The means of a day over time. A node speaks when something has changed, so a reading holds until the next one, as long as
     * {@link ProbeDigest#HOLDS}; what cannot be soil is left out.
     *
     * @param readings of the day and the hours before it, in any order
     */
    public static SensorDay of(
            Probe probe,
            LocalDate day,
            Instant from,
            Instant until,
            Collection<DepthReading> readings,
            double airCelsius,
            double rainMillimetres,
            double waterMillimetres) {
        List<Double> contents = new ArrayList<>();
        List<Double> temperatures = new ArrayList<>();
        for (ProbeDepth depth : probe.depths()) {
            List<DepthReading> own = readings.stream()
                    .filter(reading -> reading.channel() == depth.channel()
                            && reading.at().isBefore(until)
                            && !reading.at().isBefore(probe.installedAt())
                            && !reading.flags().contains(ReadingFlag.RANGE))
                    .sorted(Comparator.comparing(DepthReading::at))
                    .toList();
            contents.add(mean(own, from, until, reading -> reading.waterContentPercent() / PERCENT));
            temperatures.add(
                    mean(own, from, until, reading -> reading.soilCelsius().orElse(Double.NaN)));
        }
        return new SensorDay(day, contents, temperatures, airCelsius, rainMillimetres, waterMillimetres);
    }

    /** A day of which nothing is known. */
    static SensorDay unknown(Probe probe, LocalDate day) {
        List<Double> nothing = probe.depths().stream().map(depth -> Double.NaN).toList();
        return new SensorDay(day, nothing, nothing, Double.NaN, Double.NaN, 0);
    }

    /** A reading without the value, such as a short one without a temperature, changes nothing. */
    private static double mean(
            List<DepthReading> all, Instant from, Instant until, ToDoubleFunction<DepthReading> value) {
        List<DepthReading> own = all.stream()
                .filter(reading -> Double.isFinite(value.applyAsDouble(reading)))
                .toList();
        double sum = 0;
        double seconds = 0;
        for (int i = 0; i < own.size(); i++) {
            Instant begin = own.get(i).at().isBefore(from) ? from : own.get(i).at();
            Instant holds = own.get(i).at().plus(ProbeDigest.HOLDS);
            Instant next = i + 1 < own.size() ? own.get(i + 1).at() : until;
            Instant end = earliest(until, earliest(holds, next));
            if (end.isAfter(begin)) {
                double length = Duration.between(begin, end).toMillis() / 1000.0;
                sum += value.applyAsDouble(own.get(i)) * length;
                seconds += length;
            }
        }
        return 2 * seconds >= Duration.between(from, until).toSeconds() ? sum / seconds : Double.NaN;
    }

    private static Instant earliest(Instant one, Instant other) {
        return one.isBefore(other) ? one : other;
    }
}
