package io.milliwatt.irrigation.adapter.view;

import io.milliwatt.irrigation.adapter.db.Farm;
import io.milliwatt.irrigation.adapter.db.FarmDirectory;
import io.milliwatt.irrigation.adapter.db.Run;
import io.milliwatt.irrigation.adapter.db.RunTable;
import io.milliwatt.irrigation.adapter.db.WaterTable;
import io.milliwatt.irrigation.adapter.definition.SourceDefinition;
import io.milliwatt.irrigation.adapter.desk.AccountDesk;
import io.milliwatt.irrigation.ledger.Entry;
import io.milliwatt.irrigation.ledger.Evidence;
import io.milliwatt.irrigation.site.Site;
import io.milliwatt.irrigation.supply.Pump;
import io.milliwatt.irrigation.supply.Source;
import io.milliwatt.irrigation.zone.Zone;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.TreeMap;
import java.util.function.Function;

/** How much water went where, what it cost, and what part of the allocation it is. */
@ApplicationScoped
public class WaterUse {

    private static final double PERCENT = 100;

    private final FarmDirectory directory;
    private final RunTable runs;
    private final WaterTable water;
    private final Clock clock;

    WaterUse(FarmDirectory directory, RunTable runs, WaterTable water, Clock clock) {
        this.directory = directory;
        this.runs = runs;
        this.water = water;
        this.clock = clock;
    }

    /**
     * The water of one zone, source or month.
     *
     * @param millimetres over the zone; empty where the row is of more than one
     * @param meteredShare part of the water that a meter counted, 0 to 1
     * @param energyKilowattHours of the pumps; empty where no pump is known of the water
     * @param percentOfAllocation of the zone or source; empty without one
     */
    public record Row(
            String id,
            String name,
            double cubicMetres,
            OptionalDouble millimetres,
            int runs,
            double meteredShare,
            double cost,
            OptionalDouble energyKilowattHours,
            OptionalDouble percentOfAllocation) {}

    /** All of it in a time. */
    public record Report(
            String siteId, LocalDate from, LocalDate to, String by, List<Row> rows, Row total, String currency) {}

    private record Used(Zone zone, Optional<Source> source, Entry.Watering watering, LocalDate day) {}

    /** @param by zone, source or month */
    public Report report(Site site, LocalDate from, LocalDate to, String by) {
        Farm farm = directory.farm();
        List<Used> used = used(farm, site, from, to);
        Map<String, List<Used>> groups = new TreeMap<>();
        Function<Used, String> key = switch (by) {
            case "source" -> one -> one.source().map(Source::id).orElse("other");
            case "month" -> one -> one.day().toString().substring(0, 7);
            default -> one -> one.zone().id();
        };
        if (by.equals("zone")) {
            farm.zonesOfSite(site.id()).forEach(zone -> groups.put(zone.id(), new ArrayList<>()));
        }
        used.forEach(one ->
                groups.computeIfAbsent(key.apply(one), id -> new ArrayList<>()).add(one));
        List<Row> rows = groups.entrySet().stream()
                .map(group -> row(farm, by, group.getKey(), group.getValue(), to))
                .toList();
        return new Report(site.id(), from, to, by, rows, sum("total", "Total", farm, used), site.currency());
    }

    /** Of all sources of a site that have an allocation today. */
    public Optional<Overview.AllocationView> allocation(Site site, Instant now) {
        LocalDate today = site.dateAt(now);
        double allowed = 0;
        double taken = 0;
        for (Map.Entry<String, SourceDefinition> source :
                directory.farm().sourceDefinitions().entrySet()) {
            boolean counts = source.getValue()
                    .allocation()
                    .filter(one -> !today.isBefore(one.from()) && !today.isAfter(one.to()))
                    .isPresent();
            if (counts && source.getValue().siteId().equals(site.id())) {
                allowed += source.getValue().allocation().orElseThrow().cubicMetres();
                taken += usedOfAllocation(source.getKey(), source.getValue()).orElse(0);
            }
        }
        return allowed > 0
                ? Optional.of(new Overview.AllocationView(taken / allowed, taken, allowed))
                : Optional.empty();
    }

    /** Since the allocation began; empty without one. */
    public OptionalDouble usedOfAllocation(String sourceId, SourceDefinition source) {
        Farm farm = directory.farm();
        Optional<Site> site = farm.site(source.siteId());
        if (source.allocation().isEmpty() || site.isEmpty()) {
            return OptionalDouble.empty();
        }
        return OptionalDouble.of(
                used(
                                farm,
                                site.get(),
                                source.allocation().get().from(),
                                source.allocation().get().to())
                        .stream()
                        .filter(one -> one.source()
                                .filter(of -> of.id().equals(sourceId))
                                .isPresent())
                        .mapToDouble(one -> one.watering().cubicMetres())
                        .sum());
    }

    private List<Used> used(Farm farm, Site site, LocalDate from, LocalDate to) {
        Instant now = clock.instant();
        List<Used> used = new ArrayList<>();
        for (Run run : runs.between(site.startOf(from), site.startOf(to.plusDays(1)))) {
            farm.zone(run.zoneId())
                    .filter(zone -> farm.siteOf(zone).equals(site))
                    .ifPresent(zone -> AccountDesk.watering(run, zone, now)
                            .ifPresent(watering -> used.add(new Used(
                                    zone, farm.source(run.sourceId()), watering, site.dateAt(watering.from())))));
        }
        List<Zone> zones = farm.zonesOfSite(site.id());
        Map<String, List<Entry.Watering>> applied = water.applied(site, zones, from);
        for (Zone zone : zones) {
            Optional<Source> source =
                    farm.valvesOfZone(zone.id()).stream().findFirst().flatMap(valve -> farm.source(valve.sourceId()));
            applied.getOrDefault(zone.id(), List.of())
                    .forEach(watering -> used.add(new Used(zone, source, watering, site.dateAt(watering.from()))));
        }
        return used.stream()
                .filter(one -> !one.day().isBefore(from) && !one.day().isAfter(to))
                .toList();
    }

    private Row row(Farm farm, String by, String id, List<Used> used, LocalDate to) {
        String name = switch (by) {
            case "source" -> farm.source(id).map(Source::name).orElse("By hand");
            case "month" -> id;
            default -> farm.zone(id).map(Zone::name).orElse(id);
        };
        Row sum = sum(id, name, farm, used);
        Optional<Zone> zone = by.equals("zone") ? farm.zone(id) : Optional.empty();
        OptionalDouble limit = zone.flatMap(Zone::allocation)
                .filter(allocation -> allocation.covers(to))
                .map(allocation ->
                        OptionalDouble.of(allocation.limitMillimetres(zone.get().areaHectares())))
                .orElse(OptionalDouble.empty());
        OptionalDouble millimetres = zone.map(of -> OptionalDouble.of(of.millimetres(sum.cubicMetres())))
                .orElse(OptionalDouble.empty());
        return new Row(
                id,
                name,
                sum.cubicMetres(),
                millimetres,
                sum.runs(),
                sum.meteredShare(),
                sum.cost(),
                sum.energyKilowattHours(),
                limit.isPresent() && millimetres.isPresent()
                        ? OptionalDouble.of(PERCENT * millimetres.getAsDouble() / limit.getAsDouble())
                        : OptionalDouble.empty());
    }

    private static Row sum(String id, String name, Farm farm, List<Used> used) {
        double cubicMetres = 0;
        double metered = 0;
        double cost = 0;
        double energy = 0;
        boolean pumped = false;
        for (Used one : used) {
            double volume = one.watering().cubicMetres();
            cubicMetres += volume;
            metered += one.watering().evidence() == Evidence.METERED ? volume : 0;
            cost += volume * one.source().map(Source::costPerCubicMetre).orElse(0.0);
            Optional<Pump> pump = one.source().flatMap(source -> farm.pump(source.id()));
            if (pump.isPresent()) {
                pumped = true;
                double hours = volume / pump.get().maximumCubicMetresPerHour();
                energy += hours * pump.get().powerKilowatts();
                cost += pump.get().energyCost(hours);
            }
        }
        return new Row(
                id,
                name,
                cubicMetres,
                OptionalDouble.empty(),
                used.size(),
                cubicMetres > 0 ? metered / cubicMetres : 0,
                cost,
                pumped ? OptionalDouble.of(energy) : OptionalDouble.empty(),
                OptionalDouble.empty());
    }
}
