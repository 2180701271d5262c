package io.milliwatt.ecg.adapter.live;

import io.milliwatt.ecg.adapter.db.BeatTable;
import io.milliwatt.ecg.adapter.db.PatientDirectory;
import io.milliwatt.ecg.adapter.db.Stay;
import io.milliwatt.ecg.adapter.view.AlarmView;
import io.milliwatt.ecg.adapter.view.AlarmViews;
import io.milliwatt.ecg.adapter.view.LabelView;
import io.milliwatt.ecg.adapter.view.PatientViews;
import io.milliwatt.ecg.event.Episode;
import io.milliwatt.ecg.label.Label;
import io.milliwatt.ecg.patient.AlarmSource;
import io.milliwatt.platform.alarms.Transition;
import io.milliwatt.platform.ingest.ReceivedFrame;
import io.milliwatt.platform.live.ChangeCollector;
import io.milliwatt.platform.live.LiveHub;
import io.milliwatt.platform.live.PushLog;
import io.milliwatt.platform.storage.FeatureRow;
import io.milliwatt.platform.storage.StoredBlock;
import io.milliwatt.telemetry.SensorVitals;
import io.milliwatt.telemetry.Status;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.util.Collection;
import java.util.List;
import java.util.Set;

/**
 * Tells open pages what was stored. Alarms and events go out at once, to all; a patient's row is read back a few times a
 * second, however much changed it meanwhile; signal, beats and numbers go to the pages that show the patient.
 */
@ApplicationScoped
public class WallNews {

    private final LiveHub hub;
    private final PatientDirectory patients;
    private final PatientViews rows;
    private final AlarmViews views;
    private final SignalNews signal;
    private final PushLog pushed;
    private final ChangeCollector changed = new ChangeCollector(this::tellRows);

    WallNews(
            LiveHub hub,
            PatientDirectory patients,
            PatientViews rows,
            AlarmViews views,
            SignalNews signal,
            PushLog pushed) {
        this.hub = hub;
        this.patients = patients;
        this.rows = rows;
        this.views = views;
        this.signal = signal;
        this.pushed = pushed;
    }

    void start(@Observes StartupEvent event) {
        changed.start();
    }

    void stop(@Observes ShutdownEvent event) {
        changed.stop();
    }

    /** Signal was committed. */
    public void signal(List<StoredBlock> blocks, List<FeatureRow> features, List<BeatTable.Row> beats) {
        if (hub.hasListeners()) {
            blocks.forEach(signal::tell);
            features.forEach(signal::tell);
            beats.forEach(signal::tell);
        }
    }

    /** A batch was committed that did this to alarms and episodes. */
    public void changed(Collection<Transition> transitions, Collection<Episode> episodes, List<ReceivedFrame> frames) {
        if (!hub.hasListeners()) {
            return;
        }
        tellAlarms(transitions, frames);
        views.events(episodes).forEach(event -> hub.tellAll(new Messages.Event("event", event), () -> {}));
        frames.stream()
                .filter(frame ->
                        frame.frame().body() instanceof Status || frame.frame().body() instanceof SensorVitals)
                .flatMap(frame -> patients.withNode(frame.frame().node()).stream())
                .forEach(stay -> changed.add(stay.admission().patient()));
    }

    /** Alarms changed otherwise than by frames. */
    public void changed(Collection<Transition> transitions, Collection<Episode> episodes) {
        changed(transitions, episodes, List.of());
    }

    /** Something about a patient changed. */
    public void changed(String patient) {
        changed.add(patient);
    }

    public void labelled(Label label) {
        LabelView view = LabelView.of(label);
        hub.tellWatchers(
                WatchTopics.numerics(view.patientId()),
                "label:" + view.id(),
                new Messages.Label("label", view),
                () -> {});
    }

    private void tellAlarms(Collection<Transition> transitions, List<ReceivedFrame> frames) {
        List<AlarmView> alarms =
                views.alarms(transitions.stream().map(Transition::alarm).toList());
        int next = 0;
        for (Transition step : transitions) {
            AlarmSource.parse(step.alarm().source()).patient().ifPresent(changed::add);
            hub.tellAll(new Messages.Alarm("alarm", alarms.get(next++)), pushed.sent(frames, step));
        }
    }

    private void tellRows(Set<String> keys) {
        if (!hub.hasListeners()) {
            return;
        }
        List<Stay> known =
                keys.stream().flatMap(id -> patients.find(id).stream()).toList();
        List<Stay> open =
                known.stream().filter(stay -> stay.admission().isOpen()).toList();
        known.stream()
                .filter(stay -> !stay.admission().isOpen())
                .map(stay -> stay.admission().patient())
                .forEach(patient -> hub.tellAll(new Messages.Gone("gone", patient), () -> {}));
        rows.rows(open)
                .forEach(row -> hub.tellNewest("patient:" + row.id(), new Messages.Patient("patient", row), () -> {}));
    }
}
