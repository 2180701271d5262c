package io.milliwatt.vibration.adapter.live;

import io.milliwatt.platform.alarms.Transition;
import io.milliwatt.platform.ingest.ReceivedFrame;
import io.milliwatt.platform.live.ChangeCollector;
import io.milliwatt.platform.live.LiveHub;
import io.milliwatt.platform.live.PushLog;
import io.milliwatt.platform.storage.FeatureRow;
import io.milliwatt.platform.storage.WaveformTable.CompletedCapture;
import io.milliwatt.telemetry.FrameIdentity;
import io.milliwatt.vibration.adapter.db.MachineDirectory;
import io.milliwatt.vibration.adapter.view.AlarmView;
import io.milliwatt.vibration.adapter.view.MachineView;
import io.milliwatt.vibration.adapter.view.Views;
import io.milliwatt.vibration.condition.Quantity;
import io.milliwatt.vibration.condition.Readings;
import io.milliwatt.vibration.machine.Machine;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Instant;
import java.util.List;
import java.util.Set;

/**
 * Tells open pages what was stored. Alarms, points and captures go out at once; a machine's whole row is read back a few
 * times a second, however many frames changed it meanwhile.
 */
@ApplicationScoped
public class LiveNews {

    private final LiveHub hub;
    private final MachineDirectory machines;
    private final Views views;
    private final PushLog pushed;
    private final ChangeCollector changed = new ChangeCollector(this::tellRows);

    LiveNews(LiveHub hub, MachineDirectory machines, Views views, PushLog pushed) {
        this.hub = hub;
        this.machines = machines;
        this.views = views;
        this.pushed = pushed;
    }

    record MachineMessage(String type, MachineView machine) {}

    record PointMessage(
            String type, String machineId, long t, double velocityRms, double kurtosis, double crestFactor) {}

    record AlarmMessage(String type, AlarmView alarm) {}

    record CaptureMessage(String type, String machineId, Instant capturedAt) {}

    void start(@Observes StartupEvent event) {
        changed.start();
    }

    void stop(@Observes ShutdownEvent event) {
        changed.stop();
    }

    /** A batch was committed. */
    public void stored(
            List<ReceivedFrame> frames,
            List<FeatureRow> rows,
            List<CompletedCapture> captures,
            List<Transition> transitions) {
        if (!hub.hasListeners()) {
            return;
        }
        transitions.forEach(step -> tell(step, frames));
        rows.forEach(this::tell);
        captures.forEach(this::tell);
        frames.forEach(frame ->
                machines.withNode(frame.frame().node()).map(Machine::id).ifPresent(changed::add));
    }

    /** Alarms changed otherwise than by frames. */
    public void changed(List<Transition> transitions) {
        if (hub.hasListeners()) {
            transitions.forEach(step -> tell(step, List.of()));
        }
    }

    /** A person changed a machine. */
    public void changed(Machine machine) {
        changed.add(machine.id());
    }

    private void tell(Transition step, List<ReceivedFrame> frames) {
        changed.add(step.alarm().source());
        hub.tellAll(new AlarmMessage("alarm", views.alarm(step.alarm())), pushed.sent(frames, step));
    }

    private void tell(FeatureRow row) {
        machines.withNode(row.node())
                .ifPresent(machine -> Readings.of(row.recipeId(), row.recipeVersion(), row.measured())
                        .ifPresent(readings -> hub.tellNewest(
                                "point:" + machine.id(),
                                new PointMessage(
                                        "point",
                                        machine.id(),
                                        row.at().toEpochMilli(),
                                        readings.value(Quantity.VELOCITY_RMS),
                                        readings.value(Quantity.KURTOSIS),
                                        readings.value(Quantity.CREST_FACTOR)),
                                () -> pushed.sent(new FrameIdentity(row.node(), row.boot(), row.sequence())))));
    }

    private void tell(CompletedCapture capture) {
        machines.withNode(capture.node())
                .ifPresent(machine -> hub.tellNewest(
                        "capture:" + machine.id(),
                        new CaptureMessage("capture", machine.id(), capture.capturedAt()),
                        () -> {}));
    }

    private void tellRows(Set<String> ids) {
        if (!hub.hasListeners()) {
            return;
        }
        List<Machine> known =
                ids.stream().flatMap(id -> machines.find(id).stream()).toList();
        views.machines(known)
                .forEach(view -> hub.tellNewest("machine:" + view.id(), new MachineMessage("machine", view), () -> {}));
    }
}
