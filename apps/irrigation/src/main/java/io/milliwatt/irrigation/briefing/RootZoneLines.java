package io.milliwatt.irrigation.briefing;

import io.milliwatt.irrigation.probe.Probe;
import io.milliwatt.irrigation.probe.ProbeDepth;
import io.milliwatt.irrigation.zone.Planting;
import io.milliwatt.irrigation.zone.SoilHorizon;
import io.milliwatt.irrigation.zone.Zone;
import io.milliwatt.irrigation.zone.ZoneSoil;
import io.milliwatt.telemetry.command.IrrigationCommand.Lines;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/**
 * Where a zone is full and where it is to be refilled, at each sensor of a probe, in what the sensor reads. A sensor stands for the soil half way to its
 * neighbours. Full is field capacity. The part of the available water that may be used is taken off for as much of that soil as roots have reached, so
 * that what a node reckons until its refill line is the readily available water of FAO-56 (eq. 83), which grows with the roots.
 */
public final class RootZoneLines {
    private static final double HUNDREDTHS = 10_000;
    private static final double PER_CENT = 100;
    private static final int HALVINGS = 40;

    private RootZoneLines() {}

    /**
     * In the node's order of sensors.
     *
     * @return empty where the zone has no soil or nothing grows on that day: what the node was told stays
     */
    public static Optional<List<Lines>> of(Zone zone, Probe probe, LocalDate date) {
        Optional<Planting> planting = zone.planting().filter(crop -> crop.standsOn(date));
        if (zone.soil().isEmpty() || planting.isEmpty()) {
            return Optional.empty();
        }
        List<ProbeDepth> depths = probe.depths();
        double part = zone.refill()
                .managementAllowedDepletion()
                .orElse(planting.get().crop().depletionFraction());
        return Optional.of(IntStream.range(0, depths.size())
                .boxed()
                .sorted(Comparator.comparingInt(index -> depths.get(index).channel()))
                .map(index -> lines(
                        zone.soil().orElseThrow(),
                        depths.get(index),
                        part * rooted(depths, index, planting.get(), date)))
                .toList());
    }

    /** Share of a sensor's soil that roots have reached. */
    private static double rooted(List<ProbeDepth> depths, int index, Planting planting, LocalDate date) {
        double own = depths.get(index).depthMetres();
        double top = index == 0 ? 0 : (depths.get(index - 1).depthMetres() + own) / 2;
        double bottom = index == depths.size() - 1
                ? planting.crop().maximumRootDepthMetres()
                : (depths.get(index + 1).depthMetres() + own) / 2;
        return bottom <= top ? 0 : Math.clamp((planting.rootDepthMetresOn(date) - top) / (bottom - top), 0, 1);
    }

    private static Lines lines(ZoneSoil soil, ProbeDepth depth, double part) {
        SoilHorizon horizon = soil.at(depth.depthMetres());
        double full = horizon.limits().fieldCapacity().fraction();
        double wilting = horizon.limits().wiltingPoint().fraction();
        int fullRead = Math.clamp(read(depth, full), 1, (int) HUNDREDTHS);
        return new Lines(Math.clamp(read(depth, full - part * (full - wilting)), 0, fullRead - 1), fullRead);
    }

    /** What the sensor tells where the soil holds so much, 0.01 %: its own curve backwards. */
    private static int read(ProbeDepth depth, double fraction) {
        if (depth.calibration().isEmpty()) {
            return Math.toIntExact(Math.round(fraction * HUNDREDTHS));
        }
        double low = 0;
        double high = PER_CENT;
        for (int i = 0; i < HALVINGS; i++) {
            double middle = (low + high) / 2;
            if (depth.calibration().get().fraction(middle) < fraction) {
                low = middle;
            } else {
                high = middle;
            }
        }
        return Math.toIntExact(Math.round(high * HUNDREDTHS / PER_CENT));
    }
}
