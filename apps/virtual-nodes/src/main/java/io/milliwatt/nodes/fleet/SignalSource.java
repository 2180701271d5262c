package io.milliwatt.nodes.fleet;

import io.milliwatt.datasets.catalogue.CwruDataSet;
import io.milliwatt.datasets.catalogue.CwruRecord;
import io.milliwatt.datasets.catalogue.MachineSignal;
import io.milliwatt.datasets.recording.RecordingException;
import io.milliwatt.nodes.signal.PhysicalSignal;
import io.milliwatt.nodes.signal.RecordedSignal;
import io.milliwatt.nodes.signal.SensorSignal;
import java.nio.file.Path;
import java.util.Optional;

/** Gives each node its signal: the recording it asks for where the recordings are at hand, else the physical model. */
public final class SignalSource {
    private final Optional<CwruDataSet> recordings;

    private SignalSource(Optional<CwruDataSet> recordings) {
        this.recordings = recordings;
    }

    /** The physical model for everybody. */
    public static SignalSource physical() {
        return new SignalSource(Optional.empty());
    }

    /** @param folder of all recordings, as {@code RecordingFolder} finds it */
    public static SignalSource withRecordings(Path folder) {
        try {
            return new SignalSource(Optional.of(CwruDataSet.open(folder)));
        } catch (RecordingException incomplete) {
            throw new FleetException(
                    incomplete.getMessage() + " Or let the nodes run without recordings: --recordings none.",
                    incomplete);
        }
    }

    public SensorSignal of(NodeScenario node, double sampleRateHz) {
        SignalDescription signal = node.signal();
        if (signal.recording().isPresent() && recordings.isPresent()) {
            return recorded(signal.recording().getAsInt(), recordings.get());
        }
        return new PhysicalSignal(
                signal.physical(node.nominalSpeedRpm()),
                node.bearing().geometry().faultOrders(),
                sampleRateHz,
                node.nodeId());
    }

    private static SensorSignal recorded(int number, CwruDataSet recordings) {
        CwruRecord record = CwruDataSet.records().stream()
                .filter(candidate -> candidate.number() == number)
                .findFirst()
                .orElseThrow(() -> new FleetException("There is no CWRU record " + number + " in the catalogue."));
        try {
            MachineSignal recording = recordings.load(record, CwruDataSet.Sensor.DRIVE_END);
            return new RecordedSignal(recording.signal(), recording.shaftSpeedRpm() / 60);
        } catch (RecordingException unreadable) {
            throw new FleetException(unreadable.getMessage(), unreadable);
        }
    }
}
