package io.milliwatt.datasets.catalogue;

import io.milliwatt.datasets.reader.DelimitedTextReader;
import io.milliwatt.datasets.reader.Delimiter;
import io.milliwatt.datasets.recording.Channel;
import io.milliwatt.datasets.recording.RecordingException;
import io.milliwatt.dsp.signal.Signal;
import io.milliwatt.dsp.signal.SignalUnit;
import java.nio.file.Path;
import java.util.List;
import org.apache.commons.csv.CSVRecord;

/** Five single snapshots of the IMS rig, each about one second of four or eight accelerometers. */
public final class ImsDataSet {
    public static final String ID = "ims";
    public static final DataSetDescription DESCRIPTION = DataSetDescription.of(ID);
    public static final double SHAFT_SPEED_RPM = 2000;

    private static final List<Snapshot> SNAPSHOTS = CatalogueTable.read("ims.csv", ImsDataSet::row);

    private final Path folder;

    private ImsDataSet(Path folder) {
        this.folder = folder;
    }

    /** What the machine did while the snapshot was taken. */
    public enum State {
        HEALTHY,
        STOPPED
    }

    /** @param test 1 to 3, the rig's run */
    public record Snapshot(CatalogueFile file, int test, int channelCount, State state) {}

    /** @param named the folder of the files, its parent, or the folder of all recordings */
    public static ImsDataSet open(Path named) throws RecordingException {
        return new ImsDataSet(DataSetFolder.locate(
                named, ID, SNAPSHOTS.stream().map(Snapshot::file).toList()));
    }

    public static List<Snapshot> snapshots() {
        return SNAPSHOTS;
    }

    /** One signal per accelerometer; the speed is the rig's nominal one also where the machine stands. */
    public List<MachineSignal> load(Snapshot snapshot) throws RecordingException {
        snapshot.file().verify(folder);
        return DelimitedTextReader.separatedBy(Delimiter.TAB)
                .read(folder.resolve(snapshot.file().name()))
                .channels()
                .stream()
                .map(Channel::samples)
                .map(samples -> new MachineSignal(
                        Signal.of(samples, DESCRIPTION.sampleRateHz(), SignalUnit.G), SHAFT_SPEED_RPM))
                .toList();
    }

    private static Snapshot row(CSVRecord row) {
        return new Snapshot(
                new CatalogueFile(row.get("file"), row.get("sha256")),
                Integer.parseInt(row.get("test")),
                Integer.parseInt(row.get("channels")),
                State.valueOf(row.get("state")));
    }
}
