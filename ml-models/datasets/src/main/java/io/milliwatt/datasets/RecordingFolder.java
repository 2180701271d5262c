package io.milliwatt.datasets;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;

/**
 * Finds the folder with recordings, which is never part of the repository: the environment variable {@value #VARIABLE} if it is
 * set, else a {@code shared/data} beside the working directory or beside one of the folders above it.
 */
public final class RecordingFolder {
    public static final String VARIABLE = "MILLIWATT_DATA";

    private static final Path BESIDE = Path.of("shared", "data");

    private RecordingFolder() {}

    /** The folder, if there is one here. */
    public static Optional<Path> find() {
        return find(System.getenv(), Path.of("").toAbsolutePath());
    }

    /** A folder of recordings below it, such as {@code vibration/cwru}. */
    public static Optional<Path> find(String below) {
        return find().map(folder -> folder.resolve(below)).filter(Files::isDirectory);
    }

    static Optional<Path> find(Map<String, String> environment, Path workingDirectory) {
        String named = environment.get(VARIABLE);
        if (named != null && !named.isBlank()) {
            return Optional.of(Path.of(named)).filter(Files::isDirectory);
        }
        for (Path folder = workingDirectory; folder != null; folder = folder.getParent()) {
            Path candidate = folder.resolve(BESIDE);
            if (Files.isDirectory(candidate)) {
                return Optional.of(candidate);
            }
        }
        return Optional.empty();
    }

    /** Why nothing was found, as a sentence for a skipped test or an error. */
    public static String absence(String below) {
        return "There are no recordings in " + below + ": set " + VARIABLE
                + " to the folder that holds it, or put them into shared/data beside the project.";
    }
}
