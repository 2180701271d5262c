package io.milliwatt.irrigation.adapter.view;

import io.milliwatt.irrigation.adapter.db.Farm;
import io.milliwatt.irrigation.adapter.db.PlacementTable;
import io.milliwatt.irrigation.adapter.db.SoilReadingTable;
import io.milliwatt.irrigation.adapter.db.SoilRow;
import io.milliwatt.irrigation.probe.DepthReading;
import io.milliwatt.irrigation.probe.HealthCheck;
import io.milliwatt.irrigation.probe.MovedProbe;
import io.milliwatt.irrigation.probe.Probe;
import io.milliwatt.irrigation.probe.ProbeHealth;
import io.milliwatt.irrigation.probe.ReadingFlag;
import io.milliwatt.irrigation.probe.SensorHealth;
import io.milliwatt.irrigation.probe.Verdict;
import io.milliwatt.irrigation.reason.Reason;
import io.milliwatt.irrigation.reason.ReasonCode;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;

/** One probe looked at more closely: by the course of its last week, not by its newest reading alone. */
@ApplicationScoped
public class ProbeDetails {

    private static final Duration DAY = Duration.ofHours(24);

    private final ProbeViews views;
    private final SoilReadingTable readings;
    private final PlacementTable placements;
    private final Clock clock;

    ProbeDetails(ProbeViews views, SoilReadingTable readings, PlacementTable placements, Clock clock) {
        this.views = views;
        this.readings = readings;
        this.placements = placements;
        this.clock = clock;
    }

    /** A probe's battery by the day, as columns; {@code t} in milliseconds since 1970. */
    public record Battery(List<Long> t, List<Long> millivolts) {}

    /** By the stored verdict; before the first look over the fleet its week is looked at now. */
    public ProbeView of(Farm farm, Probe probe) {
        Instant now = clock.instant();
        ProbeView newest = views.of(farm, List.of(probe)).getFirst();
        List<DepthReading> week = readings.readings(probe.node(), now.minus(HealthCheck.WINDOW), now.plusSeconds(1));
        ProbeHealth health = HealthCheck.of(probe, week, battery(newest), now);
        List<DepthReading> day = week.stream()
                .filter(reading -> !reading.at().isBefore(now.minus(DAY)))
                .toList();
        Optional<MovedProbe> moved = moved(probe, week);
        boolean keep = newest.verdict().equals("moved")
                || health.verdict() == Verdict.SILENT
                || newest.judgedAt().isPresent();
        return new ProbeView(
                newest.id(),
                newest.name(),
                newest.zoneId(),
                newest.nodeId(),
                newest.depthsMillimetres(),
                newest.installedAt(),
                newest.latitudeDegrees(),
                newest.longitudeDegrees(),
                newest.calibration(),
                keep
                        ? newest.health()
                        : moved.isPresent()
                                ? ProbeHealth.Grade.BAD.label()
                                : health.grade().label(),
                keep
                        ? newest.verdict()
                        : moved.isPresent()
                                ? Verdict.MOVED.label()
                                : health.verdict().label(),
                keep ? newest.reasons() : ReasonView.all(reasons(health, moved)),
                newest.batteryMillivolts(),
                newest.lastHeardAt(),
                newest.usedInBalance(),
                newest.daysToRefillByNode(),
                newest.briefing(),
                keep ? newest.perDepth() : depths(newest, health),
                OptionalInt.of(
                        (int) day.stream().map(DepthReading::at).distinct().count()),
                OptionalInt.of((int) day.stream()
                        .filter(reading -> !reading.decides())
                        .map(DepthReading::at)
                        .distinct()
                        .count()),
                moves(probe),
                newest.judgedAt());
    }

    public Battery battery(Probe probe, Instant from, Instant to) {
        Map<Long, Long> byDay = new LinkedHashMap<>();
        Map<Long, Long> times = new LinkedHashMap<>();
        for (SoilRow row : readings.rows(probe.node(), from, to)) {
            if (row.batteryMillivolts().isPresent()) {
                long day = row.at().toEpochMilli() / DAY.toMillis();
                byDay.put(day, row.batteryMillivolts().getAsLong());
                times.put(day, row.at().toEpochMilli());
            }
        }
        return new Battery(List.copyOf(times.values()), List.copyOf(byDay.values()));
    }

    private static OptionalInt battery(ProbeView newest) {
        return newest.batteryMillivolts().isPresent()
                ? OptionalInt.of((int) newest.batteryMillivolts().getAsLong())
                : OptionalInt.empty();
    }

    /** Where quality control saw a break in the week, and the temperatures say that it was a move to another depth. */
    private static Optional<MovedProbe> moved(Probe probe, List<DepthReading> week) {
        return week.stream()
                .filter(reading -> reading.flags().contains(ReadingFlag.BREAK))
                .map(DepthReading::at)
                .min(Comparator.naturalOrder())
                .flatMap(broken -> MovedProbe.at(probe, week, broken));
    }

    private static List<Reason> reasons(ProbeHealth health, Optional<MovedProbe> moved) {
        List<Reason> reasons = new ArrayList<>(health.reasons());
        moved.map(MovedProbe::reason).ifPresent(reasons::add);
        health.sensors().stream()
                .map(SensorHealth::reason)
                .filter(reason -> reason.code() != ReasonCode.HEALTHY)
                .forEach(reasons::add);
        return reasons;
    }

    private static List<ProbeView.DepthView> depths(ProbeView newest, ProbeHealth health) {
        List<ProbeView.DepthView> depths = new ArrayList<>();
        for (ProbeView.DepthView depth : newest.perDepth()) {
            String verdict = health.sensors().stream()
                    .filter(sensor -> 10L * sensor.depthCentimetres() == depth.depthMillimetres())
                    .findFirst()
                    .map(sensor -> sensor.verdict().label())
                    .orElse(depth.verdict());
            depths.add(new ProbeView.DepthView(
                    depth.depthMillimetres(),
                    depth.waterContent(),
                    depth.temperatureCelsius(),
                    depth.at(),
                    depth.flags(),
                    verdict));
        }
        return depths;
    }

    private List<ProbeView.Move> moves(Probe probe) {
        return placements.of(probe.id()).stream()
                .map(placement -> new ProbeView.Move(placement.since(), placement.depthsMillimetres()))
                .toList();
    }
}
