package io.milliwatt.irrigation.probe;

import io.milliwatt.irrigation.reason.Reason;
import io.milliwatt.irrigation.reason.ReasonCode;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.OptionalDouble;
import java.util.OptionalInt;

/**
 * Tells what is wrong with a sensor by what the other channels of the same node do: a sensor that stands still in quiet soil is fine, one that stands still
 * while its neighbours move is flat, one that is missing while they go on is dead, and when all are missing it is the node.
 */
public final class HealthCheck {
    /** So long is looked back; a week holds a daily cycle of temperature and, in season, of the roots. */
    public static final Duration WINDOW = Duration.ofDays(7);

    private static final Duration SILENT_AFTER = Duration.ofHours(26);
    private static final Duration MISSING_AFTER = Duration.ofHours(6);

    /** Least number of readings to say anything of a course. */
    private static final int LEAST_READINGS = 8;

    /** A range below the sensor's own step, % by volume. */
    private static final double FLAT_PERCENT = 0.05;

    /** What a neighbour must have moved for a still sensor to be suspect, % by volume. */
    private static final double NEIGHBOUR_MOVED_PERCENT = 1.2;

    private HealthCheck() {}

    /**
     * @param readings of the last {@link #WINDOW}, in any order; flags as quality control set them
     * @param batteryMillivolts the newest; empty where it was never told
     */
    public static ProbeHealth of(
            Probe probe, Collection<DepthReading> readings, OptionalInt batteryMillivolts, Instant now) {
        List<DepthReading> recent = readings.stream()
                .filter(reading -> !reading.at().isBefore(now.minus(WINDOW))
                        && !reading.at().isAfter(now))
                .sorted(Comparator.comparing(DepthReading::at))
                .toList();
        if (recent.isEmpty() || silence(recent, now).compareTo(SILENT_AFTER) > 0) {
            double hours =
                    recent.isEmpty() ? WINDOW.toHours() : silence(recent, now).toMinutes() / 60.0;
            return ProbeHealth.of(
                    List.of(), List.of(Reason.of(ReasonCode.SILENT).with("hours", hours)), Verdict.SILENT);
        }
        Instant newest = recent.getLast().at();
        List<SensorHealth> sensors = probe.depths().stream()
                .map(depth -> sensor(depth, recent, newest))
                .toList();
        List<Reason> reasons = new ArrayList<>();
        batteryMillivolts.stream()
                .mapToObj(Battery::new)
                .filter(Battery::low)
                .map(Battery::reason)
                .forEach(reasons::add);
        return ProbeHealth.of(sensors, reasons, reasons.isEmpty() ? Verdict.OK : Verdict.BATTERY_LOW);
    }

    private static Duration silence(List<DepthReading> recent, Instant now) {
        return Duration.between(recent.getLast().at(), now);
    }

    private static SensorHealth sensor(ProbeDepth depth, List<DepthReading> recent, Instant newest) {
        List<DepthReading> own = recent.stream()
                .filter(reading -> reading.channel() == depth.channel())
                .toList();
        if (own.isEmpty() || Duration.between(own.getLast().at(), newest).compareTo(MISSING_AFTER) > 0) {
            return health(depth, Verdict.DEAD, ReasonCode.SENSOR_DEAD, "hours", MISSING_AFTER.toHours());
        }
        DepthReading last = own.getLast();
        OptionalDouble celsius = last.soilCelsius();
        if (last.flags().contains(ReadingFlag.FROZEN) || celsius.isPresent() && celsius.getAsDouble() <= 0) {
            return health(depth, Verdict.FROZEN, ReasonCode.SENSOR_FROZEN, "celsius", celsius.orElse(0));
        }
        if (last.flags().contains(ReadingFlag.RANGE)
                || depth.content(last.waterContentPercent()).isEmpty()) {
            return health(
                    depth,
                    Verdict.OUT_OF_RANGE,
                    ReasonCode.SENSOR_OUT_OF_RANGE,
                    "percent",
                    Double.isFinite(last.waterContentPercent()) ? last.waterContentPercent() : 0);
        }
        return course(depth, own, recent);
    }

    /** What a sensor's course over the window says, once its last reading can be soil. */
    private static SensorHealth course(ProbeDepth depth, List<DepthReading> own, List<DepthReading> recent) {
        DepthReading last = own.getLast();
        if (own.size() >= LEAST_READINGS && range(own) < FLAT_PERCENT) {
            double moved = othersMoved(depth, recent);
            if (moved >= NEIGHBOUR_MOVED_PERCENT || last.flags().contains(ReadingFlag.STUCK)) {
                double hours = Duration.between(own.getFirst().at(), last.at()).toMinutes() / 60.0;
                return health(depth, Verdict.FLAT, ReasonCode.SENSOR_FLAT, "hours", hours);
            }
            return health(depth, Verdict.OK, ReasonCode.SOIL_QUIET, "movedPercent", moved);
        }
        if (last.flags().contains(ReadingFlag.STUCK) || last.flags().contains(ReadingFlag.PLATEAU_LOW)) {
            double hours = Duration.between(own.getFirst().at(), last.at()).toMinutes() / 60.0;
            return health(depth, Verdict.FLAT, ReasonCode.SENSOR_FLAT, "hours", hours);
        }
        if (last.flags().contains(ReadingFlag.SATURATED)) {
            return health(depth, Verdict.SATURATED, ReasonCode.SENSOR_SATURATED, "percent", last.waterContentPercent());
        }
        if (last.flags().contains(ReadingFlag.DRIFT)) {
            return health(
                    depth, Verdict.DRIFTING, ReasonCode.SENSOR_DRIFTING, "percentPerMonth", drift(depth, own, recent));
        }
        long spikes = own.stream()
                .filter(reading -> reading.flags().contains(ReadingFlag.SPIKE))
                .count();
        if (spikes >= 3) {
            return health(depth, Verdict.SPIKING, ReasonCode.SENSOR_SPIKING, "spikes", spikes);
        }
        return health(depth, Verdict.OK, ReasonCode.HEALTHY, "readings", own.size());
    }

    private static double othersMoved(ProbeDepth depth, List<DepthReading> recent) {
        return recent.stream()
                .filter(reading -> reading.channel() != depth.channel())
                .map(DepthReading::channel)
                .distinct()
                .mapToDouble(channel -> range(recent.stream()
                        .filter(reading -> reading.channel() == channel && reading.decides())
                        .toList()))
                .max()
                .orElse(0);
    }

    /** How fast a sensor leaves the mean of the others, by the first and the last third of the window, % by volume in 30 days. */
    private static double drift(ProbeDepth depth, List<DepthReading> own, List<DepthReading> recent) {
        List<DepthReading> others = recent.stream()
                .filter(reading -> reading.channel() != depth.channel() && reading.decides())
                .toList();
        double days = Duration.between(own.getFirst().at(), own.getLast().at()).toMinutes() / 1440.0;
        if (days <= 0 || others.size() < 3 || own.size() < 3) {
            return 0;
        }
        double change = thirds(own) - thirds(others);
        return change / (days * 2 / 3) * 30;
    }

    private static double thirds(List<DepthReading> readings) {
        int third = readings.size() / 3;
        return mean(readings.subList(readings.size() - third, readings.size())) - mean(readings.subList(0, third));
    }

    private static double mean(List<DepthReading> readings) {
        return readings.stream()
                .mapToDouble(DepthReading::waterContentPercent)
                .average()
                .orElse(0);
    }

    private static double range(List<DepthReading> readings) {
        var values =
                readings.stream().mapToDouble(DepthReading::waterContentPercent).summaryStatistics();
        return values.getCount() == 0 ? 0 : values.getMax() - values.getMin();
    }

    private static SensorHealth health(ProbeDepth depth, Verdict verdict, ReasonCode code, String name, double number) {
        return new SensorHealth(
                depth.channel(),
                depth.depthCentimetres(),
                verdict,
                Reason.of(code)
                        .with("depthCentimetres", depth.depthCentimetres())
                        .with(name, number));
    }
}
