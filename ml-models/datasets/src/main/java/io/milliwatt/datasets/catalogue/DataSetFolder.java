package io.milliwatt.datasets.catalogue;

import io.milliwatt.datasets.recording.RecordingException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;

/** Finds a data set's own folder from what a person named: the folder itself, its parent, or the folder of all recordings. */
final class DataSetFolder {
    private DataSetFolder() {}

    /**
     * @param named as the person wrote it
     * @param id the data set's folder name, looked for below {@code named}, {@code named/vibration}, {@code named/ecg} and {@code named/soil}
     * @param files those that must all be there
     */
    static Path locate(Path named, String id, List<CatalogueFile> files) throws RecordingException {
        if (!Files.isDirectory(named)) {
            throw new RecordingException(
                    named.toString(),
                    "is not a folder",
                    "Name the folder that holds the " + id + " recordings, or the one above it.");
        }
        for (Path candidate : List.of(
                named,
                named.resolve(id),
                named.resolve("vibration").resolve(id),
                named.resolve("ecg").resolve(id),
                named.resolve("soil").resolve(id))) {
            List<String> missing = missing(candidate, files);
            if (missing.size() < files.size()) {
                if (!missing.isEmpty()) {
                    throw new RecordingException(
                            candidate.toString(),
                            "lacks " + missing.size() + " of the " + files.size() + " " + id + " files: "
                                    + missing.stream().limit(5).collect(Collectors.joining(", "))
                                    + (missing.size() > 5 ? ", …" : ""),
                            "Copy them there; a part of the data set would give figures that mean something else.");
                }
                return candidate;
            }
        }
        throw new RecordingException(
                named.toString(),
                "holds none of the " + id + " files (such as "
                        + files.getFirst().name() + ")",
                "Name the folder that holds them, or the one above it.");
    }

    private static List<String> missing(Path folder, List<CatalogueFile> files) {
        return files.stream()
                .map(CatalogueFile::name)
                .filter(name -> !Files.isRegularFile(folder.resolve(name)))
                .toList();
    }
}
