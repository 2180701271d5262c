package io.milliwatt.irrigation.schedule;

import io.milliwatt.irrigation.supply.Blackout;
import io.milliwatt.irrigation.supply.Source;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** What a source is already to do, and whether it can do more at a time. */
final class SourceDiary {
    private static final double ROUNDING = 1e-9;

    private final Source source;
    private final double flowLimit;
    private final List<Blackout.Span> closed = new ArrayList<>();
    private final List<Use> uses = new ArrayList<>();

    /** A cycle and what it draws. */
    private record Use(Cycle cycle, double flowCubicMetresPerHour) {}

    SourceDiary(Source source, double flowLimit, List<Blackout> siteBlackouts, WateringNight night) {
        this.source = source;
        this.flowLimit = flowLimit;
        ZoneId zone = night.site().timeZone();
        LocalDate last = LocalDate.ofInstant(night.until(), zone);
        List<Blackout> blackouts = new ArrayList<>(siteBlackouts);
        blackouts.addAll(source.blackouts());
        for (Blackout blackout : blackouts) {
            LocalDate date = LocalDate.ofInstant(night.from(), zone).minusDays(1);
            for (; !date.isAfter(last); date = date.plusDays(1)) {
                if (blackout.beginsOn(date)) {
                    closed.add(blackout.on(date, zone));
                }
            }
        }
    }

    void add(Cycle cycle, double flowCubicMetresPerHour) {
        uses.add(new Use(cycle, flowCubicMetresPerHour));
    }

    double cubicMetres(Instant from, Instant until) {
        return uses.stream()
                .filter(use -> use.cycle().overlaps(from, until))
                .mapToDouble(use ->
                        use.flowCubicMetresPerHour() * use.cycle().length().toSeconds() / 3600.0)
                .sum();
    }

    /** Why the source cannot do this, and when it is worth asking again. */
    enum Objection {
        NONE,
        BLACKOUT,
        BUSY,
        WELL
    }

    Objection objection(Cycle cycle, double flow) {
        if (closed.stream().anyMatch(span -> span.overlaps(cycle.start(), cycle.end()))) {
            return Objection.BLACKOUT;
        }
        if (flow + highestFlow(cycle) > flowLimit + ROUNDING) {
            return Objection.BUSY;
        }
        return wellBears(cycle) ? Objection.NONE : Objection.WELL;
    }

    /** The stretch that is closed at this cycle. */
    Blackout.Span closedAt(Cycle cycle) {
        return closed.stream()
                .filter(span -> span.overlaps(cycle.start(), cycle.end()))
                .findFirst()
                .orElseThrow();
    }

    /** It changes only where another cycle begins, so the starts are all there is to look at. */
    private double highestFlow(Cycle cycle) {
        double highest = flowAt(cycle.start());
        for (Use use : uses) {
            Instant start = use.cycle().start();
            if (start.isAfter(cycle.start()) && start.isBefore(cycle.end())) {
                highest = Math.max(highest, flowAt(start));
            }
        }
        return highest;
    }

    private double flowAt(Instant time) {
        return uses.stream()
                .filter(use ->
                        !use.cycle().start().isAfter(time) && use.cycle().end().isAfter(time))
                .mapToDouble(Use::flowCubicMetresPerHour)
                .sum();
    }

    /** Pumping with pauses shorter than the well needs is one pumping, and must not be longer than the well bears. */
    private boolean wellBears(Cycle added) {
        if (source.refill().isEmpty()) {
            return true;
        }
        Source.RefillPause refill = source.refill().get();
        List<Cycle> cycles = new ArrayList<>(uses.stream().map(Use::cycle).toList());
        cycles.add(added);
        cycles.sort(Comparator.comparing(Cycle::start));
        Duration pumped = Duration.ZERO;
        Instant end = Instant.MIN;
        for (Cycle cycle : cycles) {
            boolean rested = end.equals(Instant.MIN) || !cycle.start().isBefore(end.plus(refill.pause()));
            Instant from = !rested && cycle.start().isBefore(end) ? end : cycle.start();
            Duration more = cycle.end().isAfter(from) ? Duration.between(from, cycle.end()) : Duration.ZERO;
            pumped = rested ? more : pumped.plus(more);
            if (pumped.compareTo(refill.longestRun()) > 0) {
                return false;
            }
            end = cycle.end().isAfter(end) ? cycle.end() : end;
        }
        return true;
    }
}
