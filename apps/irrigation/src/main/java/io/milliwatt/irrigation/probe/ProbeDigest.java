package io.milliwatt.irrigation.probe;

import io.milliwatt.dsp.soil.quantity.WaterContent;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * What a probe's readings say at a moment.
 *
 * @param sensors those with good readings, from the top down
 * @param excludedFor why other readings were left out; empty where none was
 * @param lastHeard the newest reading, good or not; empty where there is none
 */
public record ProbeDigest(
        String probeId,
        Instant at,
        List<DepthMean> sensors,
        Set<ReadingFlag> excludedFor,
        Optional<Instant> lastHeard) {

    /** Readings of so long before the moment count: enough of them to bear a bad one, and few enough to be of now. */
    public static final Duration WINDOW = Duration.ofHours(6);

    /**
     * A node that has nothing new to tell is silent, and speaks once a day to show that it lives: until then its last reading holds, and an hour or two
     * are allowed for the way.
     */
    public static final Duration HOLDS = Duration.ofHours(26);

    public ProbeDigest {
        sensors = List.copyOf(sensors);
        excludedFor = Set.copyOf(excludedFor);
    }

    /** How long it had been silent at that moment; empty where it was never heard. */
    public Optional<Duration> silence() {
        return lastHeard.map(time -> Duration.between(time, at));
    }

    /** @param readings of the probe in any order; duplicates change nothing, for a median of equals is the same */
    public static ProbeDigest of(Probe probe, Collection<DepthReading> readings, Instant at) {
        return of(probe, readings, List.of(), at);
    }

    /** @param doubts of the probe; the readings of their sensors are left out from their begin on */
    public static ProbeDigest of(Probe probe, Collection<DepthReading> readings, Collection<Doubt> doubts, Instant at) {
        List<DepthReading> known = readings.stream()
                .filter(reading -> !reading.at().isBefore(probe.installedAt())
                        && !reading.at().isAfter(at))
                .distinct()
                .toList();
        EnumSet<ReadingFlag> excluded = EnumSet.noneOf(ReadingFlag.class);
        List<DepthMean> sensors = new ArrayList<>();
        for (ProbeDepth depth : probe.depths()) {
            List<Doubt> against = FleetVerdict.at(doubts, probe, at).stream()
                    .filter(doubt -> doubt.channel() == depth.channel())
                    .toList();
            if (against.isEmpty()) {
                mean(depth, recent(depth, known, at), excluded).ifPresent(sensors::add);
            } else {
                against.forEach(doubt -> excluded.add(doubt.flag()));
            }
        }
        return new ProbeDigest(
                probe.id(),
                at,
                sensors,
                excluded,
                readings.stream()
                        .map(DepthReading::at)
                        .filter(time -> !time.isAfter(at))
                        .max(Instant::compareTo));
    }

    /** A sensor's readings of the window; where it was silent, the last one, as long as it holds. */
    private static List<DepthReading> recent(ProbeDepth depth, List<DepthReading> known, Instant at) {
        List<DepthReading> own = known.stream()
                .filter(reading -> reading.channel() == depth.channel())
                .toList();
        List<DepthReading> window = own.stream()
                .filter(reading -> !reading.at().isBefore(at.minus(WINDOW)))
                .toList();
        return window.isEmpty()
                ? own.stream()
                        .filter(reading -> !reading.at().isBefore(at.minus(HOLDS)))
                        .max(Comparator.comparing(DepthReading::at))
                        .stream()
                        .toList()
                : window;
    }

    private static Optional<DepthMean> mean(
            ProbeDepth depth, List<DepthReading> recent, EnumSet<ReadingFlag> excluded) {
        List<Double> good = new ArrayList<>();
        for (DepthReading reading : recent) {
            Optional<WaterContent> content =
                    reading.decides() ? depth.content(reading.waterContentPercent()) : Optional.empty();
            content.ifPresentOrElse(value -> good.add(value.fraction()), () -> exclude(reading, excluded));
        }
        if (good.isEmpty()) {
            return Optional.empty();
        }
        good.sort(Double::compare);
        double median = (good.get((good.size() - 1) / 2) + good.get(good.size() / 2)) / 2;
        return Optional.of(new DepthMean(
                depth.depthMetres(), WaterContent.ofFraction(median), depth.errorFraction(), good.size()));
    }

    private static void exclude(DepthReading reading, EnumSet<ReadingFlag> excluded) {
        reading.flags().stream().filter(ReadingFlag::excludes).forEach(excluded::add);
        if (reading.flags().stream().noneMatch(ReadingFlag::excludes)) {
            excluded.add(ReadingFlag.RANGE);
        }
    }
}
