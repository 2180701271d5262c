package io.milliwatt.datasets.catalogue;

import io.milliwatt.datasets.ecg.EcgReader;
import io.milliwatt.datasets.ecg.EcgRecording;
import io.milliwatt.datasets.recording.RecordingException;
import java.nio.file.Path;
import java.util.List;
import org.apache.commons.csv.CSVRecord;

/**
 * The MIT-BIH Arrhythmia Database with its traps dealt with: the split by patients, and the lead to analyse by name and not by
 * position.
 */
public final class MitBihDataSet {
    public static final String ID = "mitdb";
    public static final DataSetDescription DESCRIPTION = DataSetDescription.of(ID);
    public static final String REFERENCE_ANNOTATOR = "atr";

    private static final List<MitBihRecord> RECORDS = CatalogueTable.read("mitdb.csv", MitBihDataSet::row);

    private final Path folder;

    private MitBihDataSet(Path folder) {
        this.folder = folder;
    }

    /**
     * @param named the folder of the files, its parent, or the folder of all recordings
     * @throws RecordingException when files are missing there
     */
    public static MitBihDataSet open(Path named) throws RecordingException {
        return new MitBihDataSet(DataSetFolder.locate(
                named,
                ID,
                RECORDS.stream().flatMap(record -> record.files().stream()).toList()));
    }

    /** All 48 records by number. */
    public static List<MitBihRecord> records() {
        return RECORDS;
    }

    /** The 22 records of DS1, the 22 of DS2 or the four with paced beats, by number. */
    public static List<MitBihRecord> records(MitBihRecord.Part part) {
        return RECORDS.stream().filter(record -> record.part() == part).toList();
    }

    /** Both leads and the reference annotations of one record, after checking that its files are the published ones. */
    public EcgRecording load(MitBihRecord record) throws RecordingException {
        for (CatalogueFile file : record.files()) {
            file.verify(folder);
        }
        return EcgReader.refusingDamage().read(header(record), REFERENCE_ANNOTATOR);
    }

    /** The header of a record, for readers that are given a path. */
    public Path header(MitBihRecord record) {
        return folder.resolve(record.files().getFirst().name());
    }

    private static MitBihRecord row(CSVRecord row) {
        String number = row.get("record");
        return new MitBihRecord(
                Integer.parseInt(number),
                Integer.parseInt(row.get("patient")),
                MitBihRecord.Part.valueOf(row.get("part")),
                row.get("lead"),
                List.of(
                        new CatalogueFile(number + ".hea", row.get("header_sha256")),
                        new CatalogueFile(number + ".dat", row.get("signals_sha256")),
                        new CatalogueFile(number + ".atr", row.get("annotations_sha256"))));
    }
}
