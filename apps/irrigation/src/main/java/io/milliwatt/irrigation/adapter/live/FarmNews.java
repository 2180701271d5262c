package io.milliwatt.irrigation.adapter.live;

import io.milliwatt.irrigation.adapter.db.Farm;
import io.milliwatt.irrigation.adapter.db.FarmDirectory;
import io.milliwatt.irrigation.adapter.db.Run;
import io.milliwatt.irrigation.adapter.view.AlarmView;
import io.milliwatt.irrigation.adapter.view.AlarmViews;
import io.milliwatt.irrigation.adapter.view.ProbeView;
import io.milliwatt.irrigation.adapter.view.ProbeViews;
import io.milliwatt.irrigation.adapter.view.RecommendationView;
import io.milliwatt.irrigation.adapter.view.RunView;
import io.milliwatt.irrigation.adapter.view.ValveView;
import io.milliwatt.irrigation.adapter.view.ValveViews;
import io.milliwatt.irrigation.adapter.view.ZoneRow;
import io.milliwatt.irrigation.adapter.view.ZoneRows;
import io.milliwatt.irrigation.alarm.AlarmSource;
import io.milliwatt.irrigation.safety.EmergencyStop;
import io.milliwatt.platform.alarms.Transition;
import io.milliwatt.platform.ingest.ReceivedFrame;
import io.milliwatt.platform.live.ChangeCollector;
import io.milliwatt.platform.live.LiveHub;
import io.milliwatt.platform.live.PushLog;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Tells open pages what was stored. Alarms and runs go out at once; rows of zones, probes and valves are read back a few times a second. */
@ApplicationScoped
public class FarmNews {

    private final LiveHub hub;
    private final FarmDirectory directory;
    private final AlarmViews alarmViews;
    private final ZoneRows zones;
    private final ProbeViews probes;
    private final ValveViews valves;
    private final PushLog pushed;
    private final ChangeCollector changed = new ChangeCollector(this::tellRows);

    FarmNews(
            LiveHub hub,
            FarmDirectory directory,
            AlarmViews alarmViews,
            ZoneRows zones,
            ProbeViews probes,
            ValveViews valves,
            PushLog pushed) {
        this.hub = hub;
        this.directory = directory;
        this.alarmViews = alarmViews;
        this.zones = zones;
        this.probes = probes;
        this.valves = valves;
        this.pushed = pushed;
    }

    record ZoneMessage(String type, ZoneRow zone) {}

    record ProbeMessage(String type, ProbeView probe) {}

    record ValveMessage(String type, ValveView valve) {}

    record RunMessage(String type, RunView run) {}

    record AlarmMessage(String type, AlarmView alarm) {}

    record RecommendationMessage(String type, RecommendationView recommendation) {}

    record EmergencyMessage(String type, String siteId, Optional<EmergencyStop> stop) {}

    void start(@Observes StartupEvent event) {
        changed.start();
    }

    void stop(@Observes ShutdownEvent event) {
        changed.stop();
    }

    /** A batch of frames was committed. */
    public void stored(List<ReceivedFrame> frames, List<Run> runs, List<Transition> transitions) {
        if (!hub.hasListeners()) {
            return;
        }
        transitions.forEach(step -> tell(step, frames));
        runs.forEach(this::changed);
        Farm farm = directory.farm();
        for (ReceivedFrame frame : frames) {
            long node = frame.frame().node();
            farm.probeOfNode(node).ifPresent(probe -> {
                changed.add(AlarmSource.probe(probe.id()).toString());
                changed.add(AlarmSource.zone(probe.zoneId()).toString());
            });
            farm.valvesOfNode(node)
                    .forEach(valve -> changed.add(AlarmSource.valve(valve.id()).toString()));
        }
    }

    /** Whether a page is open that would be told. */
    public boolean isHeard() {
        return hub.hasListeners();
    }

    /** Alarms changed otherwise than by frames. */
    public void changed(List<Transition> transitions) {
        if (hub.hasListeners()) {
            transitions.forEach(step -> tell(step, List.of()));
        }
    }

    public void changed(Run run) {
        if (hub.hasListeners()) {
            hub.tellNewest("run:" + run.id(), new RunMessage("run", RunView.of(run, directory.farm())), () -> {});
            changed.add(AlarmSource.zone(run.zoneId()).toString());
            changed.add(AlarmSource.valve(run.valveId()).toString());
        }
    }

    public void changedZone(String id) {
        changed.add(AlarmSource.zone(id).toString());
    }

    public void changedProbe(String id) {
        changed.add(AlarmSource.probe(id).toString());
    }

    public void changed(RecommendationView recommendation) {
        hub.tellNewest(
                "recommendation:" + recommendation.zoneId(),
                new RecommendationMessage("recommendation", recommendation),
                () -> {});
        changedZone(recommendation.zoneId());
    }

    public void emergency(String siteId, Optional<EmergencyStop> stop) {
        hub.tellAll(new EmergencyMessage("emergency", siteId, stop), () -> {});
    }

    private void tell(Transition step, List<ReceivedFrame> frames) {
        AlarmViews.zoneOf(directory.farm(), AlarmSource.parse(step.alarm().source()))
                .ifPresent(this::changedZone);
        hub.tellAll(new AlarmMessage("alarm", alarmViews.alarm(step.alarm())), pushed.sent(frames, step));
    }

    private void tellRows(Set<String> keys) {
        if (!hub.hasListeners()) {
            return;
        }
        Farm farm = directory.farm();
        List<AlarmSource> sources = keys.stream().map(AlarmSource::parse).toList();
        zones.rows(
                        farm,
                        sources.stream()
                                .filter(source -> source.kind() == AlarmSource.Kind.ZONE)
                                .flatMap(source -> farm.zone(source.id()).stream())
                                .toList())
                .forEach(row -> hub.tellNewest("zone:" + row.id(), new ZoneMessage("zone", row), () -> {}));
        probes.of(
                        farm,
                        sources.stream()
                                .filter(source -> source.kind() == AlarmSource.Kind.PROBE)
                                .flatMap(source -> farm.probe(source.id()).stream())
                                .toList())
                .forEach(view -> hub.tellNewest("probe:" + view.id(), new ProbeMessage("probe", view), () -> {}));
        valves.of(
                        farm,
                        sources.stream()
                                .filter(source -> source.kind() == AlarmSource.Kind.VALVE)
                                .flatMap(source -> farm.valve(source.id()).stream())
                                .toList())
                .forEach(view -> hub.tellNewest("valve:" + view.id(), new ValveMessage("valve", view), () -> {}));
    }
}
