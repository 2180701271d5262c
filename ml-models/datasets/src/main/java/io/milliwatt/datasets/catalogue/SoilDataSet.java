package io.milliwatt.datasets.catalogue;

import io.milliwatt.datasets.recording.RecordingException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** A data set of soil, weather, fields or plant disease: its folder, and the check that its files are the published ones. */
public final class SoilDataSet {
    private static final Map<String, List<CatalogueFile>> FILES = CatalogueTable.read(
                    "soil.csv",
                    row -> Map.entry(row.get("dataset"), new CatalogueFile(row.get("file"), row.get("sha256"))))
            .stream()
            .collect(Collectors.groupingBy(
                    Map.Entry::getKey, TreeMap::new, Collectors.mapping(Map.Entry::getValue, Collectors.toList())));

    private final String id;
    private final Path folder;

    private SoilDataSet(String id, Path folder) {
        this.id = id;
        this.folder = folder;
    }

    /** As folders are named, in alphabetical order. */
    public static List<String> ids() {
        return List.copyOf(FILES.keySet());
    }

    /** The files of a data set with their digests. */
    public static List<CatalogueFile> files(String id) {
        List<CatalogueFile> files = FILES.get(id);
        if (files == null) {
            throw new IllegalArgumentException(
                    "There is no soil data set '" + id + "'; there are: " + String.join(", ", FILES.keySet()) + ".");
        }
        return files;
    }

    /**
     * @param named the folder of the files, its parent, or the folder of all recordings
     * @throws RecordingException when files are missing there
     */
    public static SoilDataSet open(Path named, String id) throws RecordingException {
        return new SoilDataSet(id, DataSetFolder.locate(named, id, files(id)));
    }

    public Path folder() {
        return folder;
    }

    public DataSetDescription description() {
        return DataSetDescription.of(id);
    }

    /** A file, after checking that it is the published one. */
    public Path file(String name) throws RecordingException {
        CatalogueFile known = files(id).stream()
                .filter(file -> file.name().equals(name))
                .findFirst()
                .orElseThrow(() ->
                        new RecordingException(name, "is no file of " + id, "Its files are listed in the catalogue."));
        known.verify(folder);
        return folder.resolve(name);
    }

    /** Checks every file, byte for byte. */
    public void verify() throws RecordingException {
        for (CatalogueFile file : files(id)) {
            file.verify(folder);
        }
    }
}
