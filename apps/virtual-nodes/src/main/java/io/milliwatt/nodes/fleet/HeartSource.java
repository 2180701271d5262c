package io.milliwatt.nodes.fleet;

import io.milliwatt.datasets.catalogue.MitBihDataSet;
import io.milliwatt.datasets.catalogue.MitBihRecord;
import io.milliwatt.datasets.ecg.EcgLead;
import io.milliwatt.datasets.ecg.EcgRecording;
import io.milliwatt.datasets.recording.RecordingException;
import io.milliwatt.nodes.heart.ElectrodeSignal;
import io.milliwatt.nodes.heart.HeartSignal;
import io.milliwatt.nodes.heart.RecordedHeart;
import java.nio.file.Path;
import java.util.Optional;

/** Gives each node on a chest its signal: the record it asks for where the recordings are at hand, else the model of a heart. */
public final class HeartSource {
    private final Optional<MitBihDataSet> recordings;

    private HeartSource(Optional<MitBihDataSet> recordings) {
        this.recordings = recordings;
    }

    /** The model for everybody. */
    public static HeartSource physical() {
        return new HeartSource(Optional.empty());
    }

    /** @param folder of all recordings, as {@code RecordingFolder} finds it */
    public static HeartSource withRecordings(Path folder) {
        try {
            return new HeartSource(Optional.of(MitBihDataSet.open(folder)));
        } catch (RecordingException incomplete) {
            throw new FleetException(
                    incomplete.getMessage() + " Or let the nodes run without recordings: --recordings none.",
                    incomplete);
        }
    }

    public ElectrodeSignal of(PatientNode node, double sampleRateHz) {
        if (node.record().isPresent() && recordings.isPresent()) {
            return recorded(node.record().get(), recordings.get(), sampleRateHz);
        }
        return new HeartSignal(node.heart(), sampleRateHz, node.nodeId());
    }

    private static ElectrodeSignal recorded(String number, MitBihDataSet recordings, double sampleRateHz) {
        MitBihRecord record = MitBihDataSet.records().stream()
                .filter(candidate -> Integer.toString(candidate.number()).equals(number))
                .findFirst()
                .orElseThrow(() -> new FleetException("There is no MIT-BIH record " + number + " in the catalogue."));
        try {
            EcgRecording recording = recordings.load(record);
            EcgLead first = recording.lead(record.lead()).orElseThrow();
            EcgLead second = recording.leads().stream()
                    .filter(lead -> lead != first)
                    .findFirst()
                    .orElse(first);
            if (first.sampleRateHz() != sampleRateHz) {
                throw new FleetException("The node samples at " + sampleRateHz + " Hz and record " + number + " has "
                        + first.sampleRateHz() + " Hz: only a record of the node's rate can be played.");
            }
            return new RecordedHeart(first, second);
        } catch (RecordingException unreadable) {
            throw new FleetException(unreadable.getMessage(), unreadable);
        }
    }
}
