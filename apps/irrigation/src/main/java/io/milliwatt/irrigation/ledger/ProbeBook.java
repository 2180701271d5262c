package io.milliwatt.irrigation.ledger;

import io.milliwatt.dsp.soil.assimilation.DepletionReading;
import io.milliwatt.dsp.soil.assimilation.ProbeDepth;
import io.milliwatt.dsp.soil.assimilation.ProbeProfile;
import io.milliwatt.dsp.soil.balance.FieldSoil;
import io.milliwatt.dsp.soil.quantity.WaterContent;
import io.milliwatt.irrigation.probe.DepthMean;
import io.milliwatt.irrigation.probe.ProbeDigest;
import io.milliwatt.irrigation.probe.ReadingFlag;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** What the zone's probes say, as one reading of the root zone. */
final class ProbeBook {
    /** A probe stands for a place of some square metres; how far a zone departs from it, m³/m³, as between neighbours in one soil. */
    private static final double PLACE_ERROR = 0.015;

    private final Map<LocalDate, List<ProbeDigest>> evenings = new HashMap<>();

    private final Map<LocalDate, Entry.Measured> byHand = new HashMap<>();

    ProbeBook(Entries entries) {
        entries.all(Entry.Measured.class).forEach(measured -> byHand.put(measured.date(), measured));
        for (Entry.Probed probed : entries.all(Entry.Probed.class)) {
            evenings.computeIfAbsent(probed.date(), date -> new ArrayList<>()).add(probed.digest());
        }
    }

    /** @param reason where it is no measurement */
    record Reading(DepletionReading reading, Basis reason) {}

    Reading evening(LocalDate date, FieldSoil soil, double rootDepthMetres, boolean probed) {
        return on(date, evenings.getOrDefault(date, List.of()), soil, rootDepthMetres, probed);
    }

    /** Of the probes as given, unless a person measured on that day. */
    Reading on(
            LocalDate date, Collection<ProbeDigest> digests, FieldSoil soil, double rootDepthMetres, boolean probed) {
        Entry.Measured measured = byHand.get(date);
        return measured == null
                ? reading(digests, soil, rootDepthMetres, probed)
                : new Reading(
                        new DepletionReading.Measured(measured.depletion(), measured.standardError()),
                        new Basis.ByHand(measured.note()));
    }

    private static Reading reading(
            Collection<ProbeDigest> digests, FieldSoil soil, double rootDepthMetres, boolean probed) {
        if (!probed) {
            return new Reading(DepletionReading.NONE, new Basis.NoProbe());
        }
        Map<Double, List<DepthMean>> byDepth = digests.stream()
                .flatMap(digest -> digest.sensors().stream())
                .sorted(Comparator.comparing(DepthMean::content).thenComparing(DepthMean::errorFraction))
                .collect(Collectors.groupingBy(DepthMean::depthMetres, TreeMap::new, Collectors.toList()));
        EnumSet<ReadingFlag> flags = EnumSet.noneOf(ReadingFlag.class);
        digests.forEach(digest -> flags.addAll(digest.excludedFor()));
        if (byDepth.isEmpty()) {
            return flags.isEmpty() ? stale(digests) : flagged(flags);
        }
        DepletionReading reading = ProbeProfile.reading(
                byDepth.entrySet().stream()
                        .map(depth -> new ProbeDepth(depth.getKey(), mean(depth.getValue())))
                        .toList(),
                soil,
                rootDepthMetres,
                error(byDepth));
        return reading instanceof DepletionReading.TooShallow && !flags.isEmpty()
                ? flagged(flags)
                : new Reading(reading, reason(reading));
    }

    private static Basis reason(DepletionReading reading) {
        return reading instanceof DepletionReading.TooShallow shallow
                ? new Basis.ProbeTooShallow(shallow.coveredFraction())
                : new Basis.ByProbe(0, 0);
    }

    private static Reading stale(Collection<ProbeDigest> digests) {
        return new Reading(
                DepletionReading.NONE,
                new Basis.ProbeStale(digests.stream()
                        .flatMap(digest -> digest.silence().stream())
                        .min(Comparator.naturalOrder())));
    }

    private static Reading flagged(EnumSet<ReadingFlag> flags) {
        return new Reading(
                new DepletionReading.Flagged(
                        flags.stream().map(ReadingFlag::label).toList()),
                new Basis.ProbeFlagged(flags));
    }

    private static WaterContent mean(List<DepthMean> sensors) {
        return WaterContent.ofFraction(sensors.stream()
                .mapToDouble(sensor -> sensor.content().fraction())
                .average()
                .orElseThrow());
    }

    /** The worst depth's: sensors of several probes at a depth bear each other out. */
    private static double error(Map<Double, List<DepthMean>> byDepth) {
        return byDepth.values().stream()
                .mapToDouble(sensors -> {
                    double worst = sensors.stream()
                            .mapToDouble(DepthMean::errorFraction)
                            .max()
                            .orElseThrow();
                    return Math.hypot(worst, PLACE_ERROR) / Math.sqrt(sensors.size());
                })
                .max()
                .orElseThrow();
    }
}
