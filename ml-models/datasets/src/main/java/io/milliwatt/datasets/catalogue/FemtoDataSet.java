package io.milliwatt.datasets.catalogue;

import io.milliwatt.datasets.reader.RawReader;
import io.milliwatt.datasets.reader.SampleType;
import io.milliwatt.datasets.recording.Channel;
import io.milliwatt.datasets.recording.RecordingException;
import io.milliwatt.dsp.signal.Signal;
import io.milliwatt.dsp.signal.SignalUnit;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.apache.commons.csv.CSVRecord;

/** The PRONOSTIA run-to-failure lives: snapshots of 0.1 s, one every ten seconds, from the first turn to 20 g. */
public final class FemtoDataSet {
    public static final String ID = "femto";
    public static final DataSetDescription DESCRIPTION = DataSetDescription.of(ID);
    public static final int SNAPSHOT_SAMPLES = 2560;
    public static final double SNAPSHOT_INTERVAL_SECONDS = 10;

    /** The files hold milli-g. */
    private static final RawReader READER = RawReader.of(SampleType.INT32, 0.001);

    private static final List<Life> LIVES = CatalogueTable.read("femto.csv", FemtoDataSet::row);

    private final Path folder;

    private FemtoDataSet(Path folder) {
        this.folder = folder;
    }

    /**
     * One bearing's life.
     *
     * @param bearing such as Bearing1_1
     * @param condition 1 to 3: a speed and a radial load
     */
    public record Life(
            String bearing,
            int condition,
            double shaftSpeedRpm,
            double radialLoadNewton,
            int snapshotCount,
            CatalogueFile file) {}

    /** @param named the folder of the files, its parent, or the folder of all recordings */
    public static FemtoDataSet open(Path named) throws RecordingException {
        return new FemtoDataSet(
                DataSetFolder.locate(named, ID, LIVES.stream().map(Life::file).toList()));
    }

    public static List<Life> lives() {
        return LIVES;
    }

    /** All snapshots of a life in order, each {@link #SNAPSHOT_SAMPLES} long. */
    public List<MachineSignal> snapshots(Life life) throws RecordingException {
        life.file().verify(folder);
        Channel horizontal = READER.read(folder.resolve(life.file().name())).onlyChannel();
        List<MachineSignal> snapshots = new ArrayList<>();
        for (int i = 0; i < life.snapshotCount(); i++) {
            snapshots.add(new MachineSignal(
                    Signal.of(
                            horizontal.window(i * SNAPSHOT_SAMPLES, SNAPSHOT_SAMPLES),
                            DESCRIPTION.sampleRateHz(),
                            SignalUnit.G),
                    life.shaftSpeedRpm()));
        }
        return snapshots;
    }

    private static Life row(CSVRecord row) {
        return new Life(
                row.get("bearing"),
                Integer.parseInt(row.get("condition")),
                Double.parseDouble(row.get("shaft_rpm")),
                Double.parseDouble(row.get("load_newton")),
                Integer.parseInt(row.get("snapshots")),
                new CatalogueFile(row.get("file"), row.get("sha256")));
    }
}
