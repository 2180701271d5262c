package io.milliwatt.datasets.catalogue;

import io.milliwatt.datasets.reader.MatlabReader;
import io.milliwatt.datasets.recording.Recording;
import io.milliwatt.datasets.recording.RecordingException;
import io.milliwatt.dsp.filter.Decimator;
import io.milliwatt.dsp.signal.Signal;
import io.milliwatt.dsp.signal.SignalUnit;
import java.nio.file.Path;
import java.util.List;
import org.apache.commons.csv.CSVRecord;

/**
 * The CWRU bearing records, with their traps dealt with: channels picked by the record's number, the measured speed, and the healthy
 * record brought from 48 kHz to the 12 kHz of all others.
 */
public final class CwruDataSet {
    public static final String ID = "cwru";
    public static final DataSetDescription DESCRIPTION = DataSetDescription.of(ID);

    private static final List<CwruRecord> RECORDS = CatalogueTable.read("cwru.csv", CwruDataSet::row);

    private final Path folder;

    private CwruDataSet(Path folder) {
        this.folder = folder;
    }

    /** Where an accelerometer sat. */
    public enum Sensor {
        DRIVE_END("DE"),
        /** On the motor's other end, far from the seeded fault. */
        FAN_END("FE");

        private final String code;

        Sensor(String code) {
            this.code = code;
        }
    }

    /**
     * @param named the folder of the files, its parent, or the folder of all recordings
     * @throws RecordingException when files are missing there
     */
    public static CwruDataSet open(Path named) throws RecordingException {
        return new CwruDataSet(DataSetFolder.locate(
                named, ID, RECORDS.stream().map(CwruRecord::file).toList()));
    }

    /** All 37 records, the healthy one first, then by fault and size. */
    public static List<CwruRecord> records() {
        return RECORDS;
    }

    /** One record at the data set's rate, after checking that its file is the published one. */
    public MachineSignal load(CwruRecord record, Sensor sensor) throws RecordingException {
        record.file().verify(folder);
        Recording recording =
                new MatlabReader().read(folder.resolve(record.file().name()));
        double[] samples = recording
                .channel("X%03d_%s_time".formatted(record.number(), sensor.code))
                .samples();
        double shaftSpeedRpm = recording
                .shaftSpeedRpm()
                .orElseThrow(() -> new RecordingException(
                        record.file().name(), "states no shaft speed", "Copy it again from its source."));
        int factor = (int) Math.round(record.fileRateHz() / DESCRIPTION.sampleRateHz());
        Signal atFileRate = Signal.of(samples, record.fileRateHz(), SignalUnit.G);
        return new MachineSignal(new Decimator(factor).apply(atFileRate), shaftSpeedRpm);
    }

    private static CwruRecord row(CSVRecord row) {
        return new CwruRecord(
                new CatalogueFile(row.get("file"), row.get("sha256")),
                Integer.parseInt(row.get("number")),
                BearingFault.valueOf(row.get("fault")),
                Integer.parseInt(row.get("size_mil")),
                Integer.parseInt(row.get("load_hp")),
                Double.parseDouble(row.get("file_rate_hz")));
    }
}
