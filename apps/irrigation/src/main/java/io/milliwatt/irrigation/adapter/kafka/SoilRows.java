package io.milliwatt.irrigation.adapter.kafka;

import io.milliwatt.irrigation.adapter.db.Farm;
import io.milliwatt.irrigation.adapter.db.SoilRow;
import io.milliwatt.irrigation.intake.Excluded;
import io.milliwatt.irrigation.intake.WaterContentCheck;
import io.milliwatt.irrigation.probe.Probe;
import io.milliwatt.irrigation.probe.ReadingFlag;
import io.milliwatt.irrigation.reason.Reason;
import io.milliwatt.irrigation.reason.ReasonCode;
import io.milliwatt.platform.ingest.ReceivedFrame;
import io.milliwatt.telemetry.SoilReading;
import io.milliwatt.telemetry.SoilReading.AtDepth;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalLong;
import java.util.Set;

/** A frame's reading as a row, with what the server itself finds wrong with it: flagged, left out of decisions, and kept. */
final class SoilRows {

    private static final double PERMILLE_PER_PERCENT = 10;
    private static final double PERCENT = 100;
    private static final double MILLIMETRES_PER_METRE = 1000;
    private static final int MILLIMETRES_PER_CENTIMETRE = 10;

    private SoilRows() {}

    /** A row, and why values of it are left out. */
    record Checked(SoilRow row, Optional<Probe> probe, boolean moved, List<Excluded> excluded) {}

    static Checked check(ReceivedFrame received, SoilReading reading, Farm farm) {
        Optional<Probe> probe = farm.probeOfNode(received.frame().node());
        boolean moved = probe.filter(known -> liesElsewhere(known, reading)).isPresent();
        List<Excluded> excluded = new ArrayList<>();
        List<Long> depths = new ArrayList<>();
        List<Long> contents = new ArrayList<>();
        List<Long> temperatures = new ArrayList<>();
        List<Long> flags = new ArrayList<>();
        for (AtDepth at : reading.depths()) {
            depths.add(at.depthMillimetres());
            contents.add(boxed(at.waterContentPermille()));
            temperatures.add(boxed(at.temperatureCentidegrees()));
            flags.add(flags(received, at, probe, farm, moved, excluded));
        }
        SoilRow row = new SoilRow(
                received.frame().node(),
                received.at(),
                received.frame().boot(),
                received.frame().sequence(),
                depths,
                contents,
                temperatures,
                flags,
                reading.batteryMillivolts(),
                reading.rainTenthsMillimetre(),
                reading.airTemperatureCentidegrees(),
                reading.flowLitres(),
                reading.daysToRefillTenths(),
                received.late(),
                received.clockSuspect());
        return new Checked(row, probe, moved, excluded);
    }

    private static long flags(
            ReceivedFrame received,
            AtDepth at,
            Optional<Probe> probe,
            Farm farm,
            boolean moved,
            List<Excluded> excluded) {
        long flags = at.qualityFlags();
        if (at.waterContentPermille().isEmpty()) {
            return flags;
        }
        double percent = at.waterContentPermille().getAsLong() / PERMILLE_PER_PERCENT;
        Optional<Reason> impossible = WaterContentCheck.of(percent, saturation(at, probe, farm));
        if (impossible.isPresent()) {
            excluded.add(excluded(received, at, percent, impossible.get()));
            return flags | ReadingFlag.RANGE.bit();
        }
        if (moved) {
            excluded.add(excluded(
                    received,
                    at,
                    percent,
                    Reason.of(ReasonCode.PROBE_MOVED).with("from", received.at().toString())));
            return flags | ReadingFlag.BREAK.bit();
        }
        Set<ReadingFlag> told = ReadingFlag.ofBits((int) flags);
        told.stream()
                .filter(ReadingFlag::excludes)
                .sorted()
                .findFirst()
                .ifPresent(flag -> excluded.add(excluded(
                        received,
                        at,
                        percent,
                        Reason.of(ReasonCode.READING_FLAGGED)
                                .with("flag", flag.label())
                                .with("why", flag.reason()))));
        return flags;
    }

    private static Excluded excluded(ReceivedFrame received, AtDepth at, double percent, Reason reason) {
        return new Excluded(
                received.at(), "water-content@" + at.depthMillimetres(), OptionalDouble.of(percent), reason);
    }

    private static OptionalDouble saturation(AtDepth at, Optional<Probe> probe, Farm farm) {
        return probe.flatMap(known -> farm.zone(known.zoneId()))
                .flatMap(zone -> zone.soil())
                .map(soil -> OptionalDouble.of(PERCENT
                        * soil.at(at.depthMillimetres() / MILLIMETRES_PER_METRE)
                                .saturation()
                                .fraction()))
                .orElse(OptionalDouble.empty());
    }

    /** To the centimetre, as probes are set up. */
    private static boolean liesElsewhere(Probe probe, SoilReading reading) {
        List<Integer> told = reading.depths().stream()
                .map(at -> Math.toIntExact(at.depthMillimetres() / MILLIMETRES_PER_CENTIMETRE))
                .toList();
        List<Integer> setUp =
                probe.depths().stream().map(depth -> depth.depthCentimetres()).toList();
        return !told.equals(setUp);
    }

    private static Long boxed(OptionalLong value) {
        return value.isPresent() ? Long.valueOf(value.getAsLong()) : null;
    }
}
