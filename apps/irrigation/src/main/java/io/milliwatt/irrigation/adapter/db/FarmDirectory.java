package io.milliwatt.irrigation.adapter.db;

import io.milliwatt.irrigation.adapter.db.FarmTable.Kind;
import io.milliwatt.irrigation.adapter.definition.BlackoutDefinition;
import io.milliwatt.irrigation.adapter.definition.CropDefinition;
import io.milliwatt.irrigation.adapter.definition.FieldDefinition;
import io.milliwatt.irrigation.adapter.definition.ProbeDefinition;
import io.milliwatt.irrigation.adapter.definition.SiteDefinition;
import io.milliwatt.irrigation.adapter.definition.SoilDefinition;
import io.milliwatt.irrigation.adapter.definition.SourceDefinition;
import io.milliwatt.irrigation.adapter.definition.ValveDefinition;
import io.milliwatt.irrigation.adapter.definition.ZoneDefinition;
import io.milliwatt.irrigation.field.Field;
import io.milliwatt.irrigation.supply.Blackout;
import io.milliwatt.irrigation.supply.Pump;
import io.milliwatt.irrigation.zone.CropTable;
import io.milliwatt.irrigation.zone.ZoneSoil;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.BiFunction;

/**
 * The farm, remembered until it changes, since every frame asks for its probe and its valves. A change made here is seen at once; one made by another
 * server a few seconds later.
 */
@ApplicationScoped
public class FarmDirectory {

    private static final Duration BELIEVED = Duration.ofSeconds(3);

    private final FarmTable table;
    private final Clock clock;
    private volatile Remembered remembered = new Remembered(Instant.MIN, -1, null);

    FarmDirectory(FarmTable table, Clock clock) {
        this.table = table;
        this.clock = clock;
    }

    private record Remembered(Instant checkedAt, long revision, Farm farm) {}

    public Farm farm() {
        Remembered known = remembered;
        return known.checkedAt().isBefore(clock.instant().minus(BELIEVED)) ? refresh() : known.farm();
    }

    /** Reads anew what has changed; call it after a change of one's own. */
    public synchronized Farm refresh() {
        Instant checkedAt = clock.instant();
        long revision = table.revision();
        Farm farm = revision == remembered.revision() ? remembered.farm() : read();
        remembered = new Remembered(checkedAt, revision, farm);
        return farm;
    }

    private Farm read() {
        Map<String, SoilDefinition> soils = table.all(Kind.SOIL, SoilDefinition.class);
        Map<String, ZoneSoil> soilsOfZones = each(soils, (id, soil) -> soil.toSoil());
        Map<String, CropDefinition> crops = crops();
        Map<String, Field> fields = each(table.all(Kind.FIELD, FieldDefinition.class), (id, of) -> of.toField(id));
        Map<String, ZoneDefinition> zones = table.all(Kind.ZONE, ZoneDefinition.class);
        Map<String, SourceDefinition> sources = table.all(Kind.SOURCE, SourceDefinition.class);
        Map<String, ProbeDefinition> probes = table.all(Kind.PROBE, ProbeDefinition.class);
        Collection<BlackoutDefinition> blackouts = table.blackouts().values();
        Map<String, Pump> pumps = new LinkedHashMap<>();
        sources.forEach((id, source) -> source.toPump(id).ifPresent(pump -> pumps.put(id, pump)));
        return new Farm(new Farm.Parts(
                each(table.all(Kind.SITE, SiteDefinition.class), (id, site) -> site.toSite(id)),
                fields,
                each(
                        zones,
                        (id, zone) -> zone.toZone(
                                id,
                                fields.get(zone.fieldId()).outline(),
                                soil -> Optional.ofNullable(soilsOfZones.get(soil)),
                                crop -> Optional.ofNullable(crops.get(crop)))),
                each(sources, (id, source) -> source.toSource(id, of(blackouts, id))),
                pumps,
                each(table.all(Kind.VALVE, ValveDefinition.class), (id, valve) -> valve.toValve(id)),
                each(probes, (id, probe) -> probe.toProbe(id)),
                zones,
                sources,
                soils,
                crops,
                each(probes, (id, probe) -> probe.name())));
    }

    /** A crop of the farm's own replaces one of the table that has its name. */
    private Map<String, CropDefinition> crops() {
        Map<String, CropDefinition> crops = new TreeMap<>();
        CropTable.all().forEach((name, crop) -> crops.put(name, CropDefinition.of(name, crop)));
        crops.putAll(table.all(Kind.CROP, CropDefinition.class));
        return crops;
    }

    private static List<Blackout> of(Collection<BlackoutDefinition> all, String sourceId) {
        return all.stream()
                .filter(blackout -> blackout.sourceId().equals(sourceId))
                .map(BlackoutDefinition::toBlackout)
                .toList();
    }

    private static <A, B> Map<String, B> each(Map<String, A> all, BiFunction<String, A, B> make) {
        Map<String, B> made = new LinkedHashMap<>();
        all.forEach((id, definition) -> made.put(id, make.apply(id, definition)));
        return made;
    }
}
