package io.milliwatt.irrigation.adapter.view;

import io.milliwatt.irrigation.adapter.db.Farm;
import io.milliwatt.irrigation.adapter.db.FarmDirectory;
import io.milliwatt.irrigation.adapter.definition.Preferences;
import io.milliwatt.irrigation.alarm.AlarmSource;
import io.milliwatt.irrigation.probe.Probe;
import io.milliwatt.irrigation.site.Site;
import io.milliwatt.irrigation.supply.Valve;
import io.milliwatt.irrigation.zone.Zone;
import io.milliwatt.platform.alarms.Alarm;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;

/** Alarms with the names of what they are about. */
@ApplicationScoped
public class AlarmViews {

    private final FarmDirectory directory;

    AlarmViews(FarmDirectory directory) {
        this.directory = directory;
    }

    /** For everybody: nobody's quiet hours are known. */
    public AlarmView alarm(Alarm alarm) {
        return alarm(alarm, Preferences.USUAL);
    }

    /** For one person: what was raised within that person's quiet hours and is not urgent makes no sound. */
    public AlarmView alarm(Alarm alarm, Preferences preferences) {
        Farm farm = directory.farm();
        AlarmSource source = AlarmSource.parse(alarm.source());
        Optional<String> zoneId = zoneOf(farm, source);
        Optional<Site> site = zoneId.flatMap(farm::zone)
                .map(farm::siteOf)
                .or(() -> farm.sites().stream().findFirst());
        boolean quiet = site.flatMap(
                        of -> preferences.quietHours().filter(hours -> hours.silences(alarm, of.timeZone())))
                .isPresent();
        return AlarmView.of(alarm, name(farm, source), zoneId, quiet);
    }

    /** The zone that an alarm's source belongs to. */
    public static Optional<String> zoneOf(Farm farm, AlarmSource source) {
        return switch (source.kind()) {
            case ZONE -> Optional.of(source.id());
            case VALVE -> farm.valve(source.id()).flatMap(Valve::zoneId);
            case PROBE -> farm.probe(source.id()).map(Probe::zoneId);
            case SITE, NODE -> Optional.empty();
        };
    }

    private static String name(Farm farm, AlarmSource source) {
        return switch (source.kind()) {
            case ZONE -> farm.zone(source.id()).map(Zone::name).orElse(source.id());
            case VALVE -> farm.valve(source.id()).map(Valve::name).orElse(source.id());
            case PROBE -> farm.probeName(source.id());
            case SITE -> farm.site(source.id()).map(Site::name).orElse(source.id());
            case NODE -> "Node " + source.id();
        };
    }
}
