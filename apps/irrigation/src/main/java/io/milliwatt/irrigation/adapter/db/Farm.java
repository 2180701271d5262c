package io.milliwatt.irrigation.adapter.db;

import io.milliwatt.irrigation.adapter.definition.CropDefinition;
import io.milliwatt.irrigation.adapter.definition.SoilDefinition;
import io.milliwatt.irrigation.adapter.definition.SourceDefinition;
import io.milliwatt.irrigation.adapter.definition.ZoneDefinition;
import io.milliwatt.irrigation.field.Field;
import io.milliwatt.irrigation.probe.Probe;
import io.milliwatt.irrigation.site.Site;
import io.milliwatt.irrigation.supply.Pump;
import io.milliwatt.irrigation.supply.Source;
import io.milliwatt.irrigation.supply.Valve;
import io.milliwatt.irrigation.zone.Zone;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/** Everything that is set up, as it was at one time. */
public final class Farm {

    private final Map<String, Site> sites;
    private final Map<String, Field> fields;
    private final Map<String, Zone> zones;
    private final Map<String, Source> sources;
    private final Map<String, Pump> pumps;
    private final Map<String, Valve> valves;
    private final Map<String, Probe> probes;
    private final Map<String, ZoneDefinition> zoneDefinitions;
    private final Map<String, SourceDefinition> sourceDefinitions;
    private final Map<String, SoilDefinition> soils;
    private final Map<String, CropDefinition> crops;
    private final Map<String, String> probeNames;
    private final Map<String, List<Zone>> zonesBySite;
    private final Map<String, List<Valve>> valvesByZone;
    private final Map<String, List<Probe>> probesByZone;
    private final Map<Long, Probe> probesByNode;
    private final Map<Long, List<Valve>> valvesByNode;

    /** What a snapshot is made of; maps keep the order of ids. */
    record Parts(
            Map<String, Site> sites,
            Map<String, Field> fields,
            Map<String, Zone> zones,
            Map<String, Source> sources,
            Map<String, Pump> pumps,
            Map<String, Valve> valves,
            Map<String, Probe> probes,
            Map<String, ZoneDefinition> zoneDefinitions,
            Map<String, SourceDefinition> sourceDefinitions,
            Map<String, SoilDefinition> soils,
            Map<String, CropDefinition> crops,
            Map<String, String> probeNames) {}

    Farm(Parts parts) {
        sites = parts.sites();
        fields = parts.fields();
        zones = parts.zones();
        sources = parts.sources();
        pumps = parts.pumps();
        valves = parts.valves();
        probes = parts.probes();
        zoneDefinitions = parts.zoneDefinitions();
        sourceDefinitions = parts.sourceDefinitions();
        soils = parts.soils();
        crops = parts.crops();
        probeNames = parts.probeNames();
        zonesBySite = zones.values().stream()
                .collect(
                        Collectors.groupingBy(zone -> fields.get(zone.fieldId()).siteId()));
        valvesByZone = valves.values().stream()
                .filter(valve -> valve.zoneId().isPresent())
                .collect(Collectors.groupingBy(valve -> valve.zoneId().orElseThrow()));
        probesByZone = probes.values().stream().collect(Collectors.groupingBy(Probe::zoneId));
        probesByNode = probes.values().stream().collect(Collectors.toMap(Probe::node, probe -> probe));
        valvesByNode = valves.values().stream().collect(Collectors.groupingBy(Valve::node));
    }

    public Collection<Site> sites() {
        return sites.values();
    }

    public Optional<Site> site(String id) {
        return Optional.ofNullable(sites.get(id));
    }

    public Collection<Field> fields() {
        return fields.values();
    }

    public Optional<Field> field(String id) {
        return Optional.ofNullable(fields.get(id));
    }

    public Collection<Zone> zones() {
        return zones.values();
    }

    /** In the order of their ids. */
    public List<Zone> zonesOfSite(String siteId) {
        return zonesBySite.getOrDefault(siteId, List.of());
    }

    public Optional<Zone> zone(String id) {
        return Optional.ofNullable(zones.get(id));
    }

    public Optional<ZoneDefinition> zoneDefinition(String id) {
        return Optional.ofNullable(zoneDefinitions.get(id));
    }

    /** In the order of their ids. */
    public Map<String, SourceDefinition> sourceDefinitions() {
        return sourceDefinitions;
    }

    public Map<String, SoilDefinition> soils() {
        return soils;
    }

    /** Those of the table and the farm's own, by id. */
    public Map<String, CropDefinition> crops() {
        return crops;
    }

    public Collection<Source> sources() {
        return sources.values();
    }

    public Optional<Source> source(String id) {
        return Optional.ofNullable(sources.get(id));
    }

    public Optional<Pump> pump(String sourceId) {
        return Optional.ofNullable(pumps.get(sourceId));
    }

    public Collection<Valve> valves() {
        return valves.values();
    }

    public Optional<Valve> valve(String id) {
        return Optional.ofNullable(valves.get(id));
    }

    public Optional<Valve> valve(long node, int output) {
        return valvesOfNode(node).stream()
                .filter(valve -> valve.output() == output)
                .findFirst();
    }

    public List<Valve> valvesOfNode(long node) {
        return valvesByNode.getOrDefault(node, List.of());
    }

    public List<Valve> valvesOfZone(String zoneId) {
        return valvesByZone.getOrDefault(zoneId, List.of());
    }

    public Collection<Probe> probes() {
        return probes.values();
    }

    public Optional<Probe> probe(String id) {
        return Optional.ofNullable(probes.get(id));
    }

    public Optional<Probe> probeOfNode(long node) {
        return Optional.ofNullable(probesByNode.get(node));
    }

    public List<Probe> probesOfZone(String zoneId) {
        return probesByZone.getOrDefault(zoneId, List.of());
    }

    public String probeName(String id) {
        return probeNames.getOrDefault(id, id);
    }

    /** The site that a zone lies on; every zone lies on one. */
    public Site siteOf(Zone zone) {
        return sites.get(fields.get(zone.fieldId()).siteId());
    }
}
