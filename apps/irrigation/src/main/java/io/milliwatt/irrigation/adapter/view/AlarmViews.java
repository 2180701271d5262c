package io.milliwatt.irrigation.adapter.view;

import io.milliwatt.irrigation.adapter.db.AlarmReasonTable;
import io.milliwatt.irrigation.adapter.db.Farm;
import io.milliwatt.irrigation.adapter.db.FarmDirectory;
import io.milliwatt.irrigation.adapter.definition.Preferences;
import io.milliwatt.irrigation.alarm.AlarmSource;
import io.milliwatt.irrigation.probe.Probe;
import io.milliwatt.irrigation.reason.Reason;
import io.milliwatt.irrigation.site.Site;
import io.milliwatt.irrigation.supply.Source;
import io.milliwatt.irrigation.supply.Valve;
import io.milliwatt.irrigation.zone.Zone;
import io.milliwatt.platform.alarms.Alarm;
import io.milliwatt.platform.alarms.rest.AlarmFacts;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Alarms with the names of what they are about. */
@ApplicationScoped
public class AlarmViews {

    private final FarmDirectory directory;
    private final AlarmReasonTable reasons;

    AlarmViews(FarmDirectory directory, AlarmReasonTable reasons) {
        this.directory = directory;
        this.reasons = reasons;
    }

    /** For everybody: nobody's quiet hours are known. */
    public AlarmView alarm(Alarm alarm) {
        return alarm(alarm, Preferences.USUAL);
    }

    /** For one person: what was raised within that person's quiet hours and is not urgent makes no sound. */
    public AlarmView alarm(Alarm alarm, Preferences preferences) {
        return alarms(List.of(alarm), preferences).getFirst();
    }

    /** For one person, in the same order. */
    public List<AlarmView> alarms(List<Alarm> alarms, Preferences preferences) {
        Map<Long, List<Reason>> why = reasons.of(alarms.stream().map(Alarm::id).toList());
        return alarms.stream()
                .map(alarm -> view(alarm, ReasonView.all(why.getOrDefault(alarm.id(), List.of())), preferences))
                .toList();
    }

    private AlarmView view(Alarm alarm, List<ReasonView> why, Preferences preferences) {
        Farm farm = directory.farm();
        AlarmSource source = AlarmSource.parse(alarm.source());
        Optional<String> zoneId = zoneOf(farm, source);
        Optional<Site> site = zoneId.flatMap(farm::zone)
                .map(farm::siteOf)
                .or(() -> farm.sites().stream().findFirst());
        boolean quiet = site.flatMap(
                        of -> preferences.quietHours().filter(hours -> hours.silences(alarm, of.timeZone())))
                .isPresent();
        return new AlarmView(AlarmFacts.of(alarm), alarm.source(), name(farm, source), zoneId, why, quiet);
    }

    /** The zone that an alarm's source belongs to. */
    public static Optional<String> zoneOf(Farm farm, AlarmSource source) {
        return switch (source.kind()) {
            case ZONE -> Optional.of(source.id());
            case VALVE -> farm.valve(source.id()).flatMap(Valve::zoneId);
            case PROBE -> farm.probe(source.id()).map(Probe::zoneId);
            case SITE, WATER, NODE -> Optional.empty();
        };
    }

    private static String name(Farm farm, AlarmSource source) {
        return switch (source.kind()) {
            case ZONE -> farm.zone(source.id()).map(Zone::name).orElse(source.id());
            case VALVE -> farm.valve(source.id()).map(Valve::name).orElse(source.id());
            case PROBE -> farm.probeName(source.id());
            case SITE -> farm.site(source.id()).map(Site::name).orElse(source.id());
            case WATER -> farm.source(source.id()).map(Source::name).orElse(source.id());
            case NODE -> "Node " + source.id();
        };
    }
}
