package io.milliwatt.irrigation.adapter.view;

import io.milliwatt.irrigation.adapter.db.Farm;
import io.milliwatt.irrigation.adapter.db.OutlookTable;
import io.milliwatt.irrigation.adapter.db.RecommendationTable;
import io.milliwatt.irrigation.adapter.db.RecommendationTable.Stored;
import io.milliwatt.irrigation.adapter.db.RunTable;
import io.milliwatt.irrigation.adapter.db.SoilReadingTable;
import io.milliwatt.irrigation.adapter.db.SoilReadingTable.Latest;
import io.milliwatt.irrigation.adapter.db.ZoneOutlook;
import io.milliwatt.irrigation.adapter.definition.Geometry;
import io.milliwatt.irrigation.alarm.AlarmSource;
import io.milliwatt.irrigation.field.Field;
import io.milliwatt.irrigation.probe.Probe;
import io.milliwatt.irrigation.recommendation.Action;
import io.milliwatt.irrigation.supply.Valve;
import io.milliwatt.irrigation.zone.Planting;
import io.milliwatt.irrigation.zone.Zone;
import io.milliwatt.platform.alarms.Alarm;
import io.milliwatt.platform.alarms.store.AlarmBook;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Instant;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Puts together what lists see of zones. */
@ApplicationScoped
public class ZoneRows {

    /** Those without a figure come last, since nobody can act on them here. */
    private static final Comparator<ZoneRow> MOST_URGENT_FIRST = Comparator.comparingInt((ZoneRow row) ->
                    row.daysToRefill().orElse(row.depletionMillimetres().isPresent() ? 1000 : 2000))
            .thenComparing(row -> -row.fractionOfRefill().orElse(0))
            .thenComparing(ZoneRow::name);

    private final OutlookTable outlooks;
    private final RecommendationTable recommendations;
    private final RecommendationViews recommendationViews;
    private final RunTable runs;
    private final ProbeViews probes;
    private final SoilReadingTable readings;
    private final AlarmBook alarms;
    private final Clock clock;

    ZoneRows(
            OutlookTable outlooks,
            RecommendationTable recommendations,
            RecommendationViews recommendationViews,
            RunTable runs,
            ProbeViews probes,
            SoilReadingTable readings,
            AlarmBook alarms,
            Clock clock) {
        this.outlooks = outlooks;
        this.recommendations = recommendations;
        this.recommendationViews = recommendationViews;
        this.runs = runs;
        this.probes = probes;
        this.readings = readings;
        this.alarms = alarms;
        this.clock = clock;
    }

    /** These zones, the most urgent first. */
    public List<ZoneRow> rows(Farm farm, Collection<Zone> wanted) {
        if (wanted.isEmpty()) {
            return List.of();
        }
        List<String> ids = wanted.stream().map(Zone::id).toList();
        Map<String, ZoneOutlook> known = outlooks.of(ids);
        Map<String, Stored> newest = recommendations.newest(ids);
        List<Probe> probesOfZones =
                ids.stream().flatMap(id -> farm.probesOfZone(id).stream()).toList();
        Map<Long, Latest> latest =
                readings.latest(probesOfZones.stream().map(Probe::node).toList());
        Map<String, RecommendationView> advice = recommendationViews.of(newest.values(), latest).stream()
                .collect(Collectors.toMap(RecommendationView::zoneId, Function.identity()));
        Set<String> running = runs.zonesWatered();
        Map<String, List<ProbeView>> ofProbes = probes.withoutBriefing(farm, probesOfZones, latest).stream()
                .collect(Collectors.groupingBy(ProbeView::zoneId));
        Map<String, Integer> open = openAlarms(farm, ids);
        Instant now = clock.instant();
        return wanted.stream()
                .map(zone -> row(
                        farm,
                        zone,
                        known.getOrDefault(zone.id(), ZoneOutlook.without(zone, now)),
                        Optional.ofNullable(advice.get(zone.id())),
                        running.contains(zone.id()),
                        open.getOrDefault(zone.id(), 0),
                        ofProbes.getOrDefault(zone.id(), List.of())))
                .sorted(MOST_URGENT_FIRST)
                .toList();
    }

    private Map<String, Integer> openAlarms(Farm farm, List<String> ids) {
        Map<String, String> zoneOfSource = new HashMap<>();
        ids.forEach(id -> sources(farm, id).forEach(source -> zoneOfSource.put(source, id)));
        Map<String, Integer> counts = new HashMap<>();
        for (Alarm alarm : alarms.openOf(zoneOfSource.keySet())) {
            counts.merge(zoneOfSource.get(alarm.source()), 1, Integer::sum);
        }
        return counts;
    }

    /** Everything about a zone that alarms can be about. */
    public static List<String> sources(Farm farm, String zoneId) {
        return Stream.of(
                        Stream.of(AlarmSource.zone(zoneId)),
                        farm.valvesOfZone(zoneId).stream().map(Valve::id).map(AlarmSource::valve),
                        farm.probesOfZone(zoneId).stream().map(Probe::id).map(AlarmSource::probe))
                .flatMap(Function.identity())
                .map(AlarmSource::toString)
                .toList();
    }

    private static ZoneRow row(
            Farm farm,
            Zone zone,
            ZoneOutlook outlook,
            Optional<RecommendationView> advice,
            boolean running,
            int openAlarms,
            List<ProbeView> probes) {
        Field field = farm.field(zone.fieldId()).orElseThrow();
        boolean undecided = advice.filter(
                        view -> view.decision().equals("open") && view.action().equals(Action.IRRIGATE.label()))
                .isPresent();
        boolean dry = outlook.status().equals("refill-now") || outlook.status().equals("stressed");
        boolean decided = advice.filter(view ->
                        !view.decision().equals("open") && !view.decision().equals("expired"))
                .isPresent();
        return new ZoneRow(
                zone.id(),
                zone.name(),
                field.id(),
                field.name(),
                zone.outline().map(Geometry::of),
                zone.areaHectares(),
                zone.planting().map(Planting::cropName),
                outlook.stage(),
                outlook.rootDepthMillimetres(),
                outlook.status(),
                !running && (undecided || (dry && !decided)),
                outlook.depletionMillimetres(),
                outlook.spreadMillimetres(),
                outlook.refillMillimetres(),
                outlook.totalAvailableMillimetres(),
                fraction(outlook),
                outlook.daysToRefill(),
                outlook.daysToRefillLow(),
                outlook.daysToRefillHigh(),
                outlook.balance(),
                outlook.balanceReason().map(ReasonView::of),
                advice,
                running,
                openAlarms,
                worst(probes),
                probes.stream().flatMap(probe -> probe.lastHeardAt().stream()).max(Instant::compareTo));
    }

    private static OptionalDouble fraction(ZoneOutlook outlook) {
        return outlook.depletionMillimetres().isPresent()
                        && outlook.refillMillimetres().orElse(0) > 0
                ? OptionalDouble.of(outlook.depletionMillimetres().getAsDouble()
                        / outlook.refillMillimetres().getAsDouble())
                : OptionalDouble.empty();
    }

    private static String worst(List<ProbeView> probes) {
        if (probes.isEmpty()) {
            return "none";
        }
        for (String health : List.of("bad", "silent", "watch")) {
            if (probes.stream().anyMatch(probe -> probe.health().equals(health))) {
                return health.equals("silent") ? "bad" : health;
            }
        }
        return "good";
    }
}
