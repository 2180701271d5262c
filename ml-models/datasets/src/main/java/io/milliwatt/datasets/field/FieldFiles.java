package io.milliwatt.datasets.field;

import io.milliwatt.datasets.recording.RecordingException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * A folder of seasons whose files are named TEST_SEASON.KIND. Seasons of one test share files: a season's own is the one with the longest name
 * that its name begins with, else the only one of its kind in the test.
 */
public record FieldFiles(Path folder) {

    /**
     * @param test such as test01
     * @param season such as cottondry2013
     * @param kind such as par, without a dot
     */
    public Optional<Path> find(String test, String season, String kind) throws RecordingException {
        String prefix = test + "_";
        String suffix = "." + kind;
        List<String> names = names().stream()
                .filter(name -> name.startsWith(prefix) && name.endsWith(suffix))
                .map(name -> name.substring(prefix.length(), name.length() - suffix.length()))
                .toList();
        Optional<String> own = names.stream().filter(season::startsWith).max(Comparator.comparingInt(String::length));
        if (own.isEmpty() && names.size() == 1) {
            own = Optional.of(names.getFirst());
        }
        return own.map(name -> folder.resolve(prefix + name + suffix));
    }

    /** As {@link #find}, for a file that a season cannot do without. */
    public Path need(String test, String season, String kind) throws RecordingException {
        return find(test, season, kind)
                .orElseThrow(() -> new RecordingException(
                        folder.toString(),
                        "holds no ." + kind + " file for the season " + season + " of " + test,
                        "Name the folder with the season's files."));
    }

    private List<String> names() throws RecordingException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.map(file -> file.getFileName().toString()).sorted().toList();
        } catch (IOException e) {
            throw new RecordingException(
                    folder.toString(), "cannot be listed", "Name the folder with the season's files.", e);
        }
    }
}
