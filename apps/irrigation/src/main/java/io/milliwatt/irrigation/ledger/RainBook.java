package io.milliwatt.irrigation.ledger;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.TreeMap;

/** Gauges and forecasts of rain: what a stretch of a day brought, and what of it is still only expected. */
final class RainBook {
    /** A gauge that spoke for so much of a day has spoken for all of it; the rest is a node's delay. */
    private static final double SETTLING_COVERAGE = 0.95;

    private final Map<String, List<Entry.Rain>> byGauge = new TreeMap<>();
    private final Map<LocalDate, Entry.ExpectedRain> expected = new HashMap<>();

    RainBook(Entries entries) {
        entries.all(Entry.Rain.class).stream()
                .sorted(Comparator.comparing(Entry.Rain::from).thenComparing(Entry.Rain::until))
                .forEach(rain -> byGauge.computeIfAbsent(rain.gauge(), gauge -> new ArrayList<>())
                        .add(rain));
        byGauge.replaceAll((gauge, rains) -> withoutOverlap(rains));
        entries.all(Entry.ExpectedRain.class).forEach(rain -> expected.put(rain.date(), rain));
    }

    /** A stretch of a day: measured water, and which part of the stretch a gauge spoke for. */
    private record Caught(double millimetres, double coveredSeconds) {}

    /**
     * @param part of the day that is looked at; the whole of it where it is over
     * @param day from midnight to midnight
     */
    RainAccount account(LocalDate date, Span part, Span day) {
        Caught caught = caught(part);
        Entry.ExpectedRain forecast = expected.get(date);
        double coverage = part.seconds() > 0 ? caught.coveredSeconds() / part.seconds() : 0;
        boolean settled = coverage >= SETTLING_COVERAGE;
        double uncoveredOfDay = settled ? 0 : (part.seconds() - caught.coveredSeconds()) / day.seconds();
        double open = forecast == null ? 0 : forecast.mean() * uncoveredOfDay;
        return new RainAccount(
                forecast == null ? OptionalDouble.empty() : OptionalDouble.of(forecast.mean()),
                forecast == null ? OptionalDouble.empty() : OptionalDouble.of(forecast.probability()),
                settled ? OptionalDouble.of(caught.millimetres()) : OptionalDouble.empty(),
                caught.millimetres(),
                caught.millimetres() + open);
    }

    /** The forecast's rain of a part of a day that is still to come, mm. */
    RainAccount toCome(LocalDate date, Span part, Span day) {
        Entry.ExpectedRain forecast = expected.get(date);
        double mean = forecast == null ? 0 : forecast.mean() * part.seconds() / day.seconds();
        return new RainAccount(
                forecast == null ? OptionalDouble.empty() : OptionalDouble.of(mean),
                forecast == null ? OptionalDouble.empty() : OptionalDouble.of(forecast.probability()),
                OptionalDouble.empty(),
                0,
                mean);
    }

    /** Of several gauges the one that spoke for most of the time; adding them up would count the rain twice. */
    private Caught caught(Span part) {
        Caught best = new Caught(0, 0);
        for (List<Entry.Rain> rains : byGauge.values()) {
            double millimetres = 0;
            double covered = 0;
            for (Entry.Rain rain : rains) {
                Span whole = new Span(rain.from(), rain.until());
                double seconds = whole.with(part).seconds();
                millimetres += rain.millimetres() * seconds / whole.seconds();
                covered += seconds;
            }
            if (covered > best.coveredSeconds()) {
                best = new Caught(millimetres, covered);
            }
        }
        return best;
    }

    /** An interval that begins within an earlier one, as after a node's restart, counts for its rest only. */
    private static List<Entry.Rain> withoutOverlap(List<Entry.Rain> rains) {
        List<Entry.Rain> kept = new ArrayList<>();
        Instant end = Instant.MIN;
        for (Entry.Rain rain : rains) {
            if (!rain.from().isBefore(end)) {
                kept.add(rain);
            } else if (rain.until().isAfter(end)) {
                double share = new Span(end, rain.until()).seconds() / new Span(rain.from(), rain.until()).seconds();
                kept.add(new Entry.Rain(rain.gauge(), end, rain.until(), rain.millimetres() * share, rain.asOf()));
            }
            end = rain.until().isAfter(end) ? rain.until() : end;
        }
        return kept;
    }
}
