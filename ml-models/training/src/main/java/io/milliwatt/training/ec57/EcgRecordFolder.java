package io.milliwatt.training.ec57;

import io.milliwatt.datasets.catalogue.MitBihDataSet;
import io.milliwatt.datasets.ecg.EcgReader;
import io.milliwatt.datasets.ecg.EcgRecording;
import io.milliwatt.datasets.recording.RecordingException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/**
 * A folder of WFDB records.
 *
 * @param names of the records that will be read, without their suffixes
 */
public record EcgRecordFolder(Path folder, List<String> names) {
    private static final String HEADER = ".hea";
    private static final List<String> BELOW = List.of("", MitBihDataSet.ID, "ecg/" + MitBihDataSet.ID);

    public EcgRecordFolder {
        names = List.copyOf(names);
    }

    /**
     * The annotated records of a folder.
     *
     * @param named the folder of the records, or that of all recordings
     * @param records those wanted, all that have reference annotations when empty
     */
    public static EcgRecordFolder annotated(Path named, List<String> records) throws IOException {
        EcgRecordFolder found = locate(named);
        if (!records.isEmpty()) {
            return found.only(records);
        }
        List<String> annotated = found.names.stream().filter(found::isAnnotated).toList();
        if (annotated.isEmpty()) {
            throw new RecordingException(
                    found.folder.toString(),
                    "holds records but no reference annotations (." + MitBihDataSet.REFERENCE_ANNOTATOR + ")",
                    "Put the annotation files beside the records; without them nothing can be judged.");
        }
        return new EcgRecordFolder(found.folder, annotated);
    }

    /** All records of a folder, such as those of noise. */
    public static EcgRecordFolder all(Path named) throws IOException {
        return locate(named);
    }

    private static EcgRecordFolder locate(Path named) throws IOException {
        if (!Files.isDirectory(named)) {
            throw new RecordingException(
                    named.toString(), "is not a folder", "Name the folder that holds the records' headers (.hea).");
        }
        for (String below : BELOW) {
            Path folder = named.resolve(below);
            List<String> names = headers(folder);
            if (!names.isEmpty()) {
                return new EcgRecordFolder(folder, names);
            }
        }
        throw new RecordingException(
                named.toString(), "holds no WFDB record", "Name the folder that holds the records' headers (.hea).");
    }

    private static List<String> headers(Path folder) throws IOException {
        if (!Files.isDirectory(folder)) {
            return List.of();
        }
        try (Stream<Path> files = Files.list(folder)) {
            return files.map(file -> file.getFileName().toString())
                    .filter(name -> name.endsWith(HEADER))
                    .map(name -> name.substring(0, name.length() - HEADER.length()))
                    .sorted()
                    .toList();
        }
    }

    private EcgRecordFolder only(List<String> records) throws RecordingException {
        for (String record : records) {
            if (!names.contains(record)) {
                throw new RecordingException(
                        folder.toString(), "holds no record " + record, "It has " + String.join(", ", names) + ".");
            }
        }
        return new EcgRecordFolder(folder, records);
    }

    private boolean isAnnotated(String record) {
        return Files.isRegularFile(folder.resolve(record + "." + MitBihDataSet.REFERENCE_ANNOTATOR));
    }

    /** Signals and reference annotations; a damaged file is refused. */
    public EcgRecording read(String record) throws RecordingException {
        return EcgReader.refusingDamage().read(folder.resolve(record), MitBihDataSet.REFERENCE_ANNOTATOR);
    }

    /** Signals alone. */
    public EcgRecording signals(String record) throws RecordingException {
        return EcgReader.refusingDamage().read(folder.resolve(record));
    }
}
