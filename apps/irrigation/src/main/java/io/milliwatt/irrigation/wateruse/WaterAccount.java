package io.milliwatt.irrigation.wateruse;

import io.milliwatt.irrigation.zone.Zone;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;

/** Adds up uses; what is asked for is what is counted, whole days at either end included. */
public final class WaterAccount {
    private final Map<String, Zone> zones;
    private final List<Use> uses;

    public WaterAccount(Collection<Zone> zones, Collection<Use> uses) {
        this.zones = zones.stream().collect(Collectors.toMap(Zone::id, Function.identity()));
        this.uses = List.copyOf(uses);
    }

    /** By what to add up. */
    public enum By {
        ZONE,
        SOURCE,
        MONTH
    }

    /** @param to the last day */
    public List<UseRow> rows(By by, LocalDate from, LocalDate to) {
        Map<String, List<Use>> groups = new TreeMap<>();
        for (Use use : within(from, to)) {
            groups.computeIfAbsent(key(by, use), id -> new ArrayList<>()).add(use);
        }
        return groups.entrySet().stream()
                .map(group -> row(group.getKey(), group.getValue(), allocation(by, group.getKey(), to)))
                .toList();
    }

    /** Everything together. */
    public UseRow total(LocalDate from, LocalDate to) {
        return row("total", within(from, to), OptionalDouble.empty());
    }

    /** Gross mm of a zone under the allocation that covers a date; 0 where none does. */
    public double usedOfAllocation(Zone zone, LocalDate date) {
        return zone.allocation()
                .filter(allocation -> allocation.covers(date))
                .map(allocation -> zone.millimetres(within(allocation.from(), allocation.to()).stream()
                        .filter(use -> use.zoneId().equals(zone.id()))
                        .mapToDouble(Use::cubicMetres)
                        .sum()))
                .orElse(0.0);
    }

    private List<Use> within(LocalDate from, LocalDate to) {
        return uses.stream()
                .filter(use -> !use.date().isBefore(from) && !use.date().isAfter(to))
                .toList();
    }

    private static String key(By by, Use use) {
        return switch (by) {
            case ZONE -> use.zoneId();
            case SOURCE -> use.sourceId();
            case MONTH -> YearMonth.from(use.date()).toString();
        };
    }

    private OptionalDouble allocation(By by, String id, LocalDate date) {
        Zone zone = zones.get(id);
        if (by != By.ZONE
                || zone == null
                || zone.allocation().filter(limit -> limit.covers(date)).isEmpty()) {
            return OptionalDouble.empty();
        }
        double limit = zone.allocation().orElseThrow().limitMillimetres(zone.areaHectares());
        return OptionalDouble.of(100 * usedOfAllocation(zone, date) / limit);
    }

    private UseRow row(String id, List<Use> group, OptionalDouble percentOfAllocation) {
        double cubicMetres = group.stream().mapToDouble(Use::cubicMetres).sum();
        double metered = group.stream()
                .filter(Use::metered)
                .mapToDouble(Use::cubicMetres)
                .sum();
        double hectares = group.stream()
                .map(Use::zoneId)
                .distinct()
                .filter(zones::containsKey)
                .mapToDouble(zone -> zones.get(zone).areaHectares())
                .sum();
        return new UseRow(
                id,
                cubicMetres,
                hectares > 0 ? cubicMetres / (10 * hectares) : 0,
                group.size(),
                cubicMetres > 0 ? metered / cubicMetres : 0,
                group.stream().mapToDouble(Use::cost).sum(),
                group.stream().mapToDouble(Use::energyKilowattHours).sum(),
                percentOfAllocation);
    }
}
