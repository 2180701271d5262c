package io.milliwatt.training.soil.evaluation;

import io.milliwatt.datasets.recording.RecordingException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import java.util.stream.Stream;

/**
 * Where data may lie: a folder and the folders right below it, so that one data set or the parent of many can be named. Data are told by their
 * files' form and not by a folder's name, so that other stations and seasons are found as well.
 */
public record SoilFolders(Path folder) {

    /**
     * The folders that hold a file of that name, in the order of their names.
     *
     * @param fileName tells a file that a data set of the wanted kind cannot do without
     */
    public List<Path> holding(Predicate<String> fileName) throws RecordingException {
        if (!Files.isDirectory(folder)) {
            throw new RecordingException(folder.toString(), "is not a folder", "Name the folder with the soil data.");
        }
        List<Path> candidates = new ArrayList<>();
        candidates.add(folder);
        candidates.addAll(listed(folder).stream().filter(Files::isDirectory).toList());
        List<Path> holding = new ArrayList<>();
        for (Path candidate : candidates) {
            if (listed(candidate).stream()
                    .filter(Files::isRegularFile)
                    .anyMatch(file -> fileName.test(file.getFileName().toString()))) {
                holding.add(candidate);
            }
        }
        return holding;
    }

    /** All files of that name in the folder or right below it. */
    public List<Path> files(Predicate<String> fileName) throws RecordingException {
        List<Path> files = new ArrayList<>();
        for (Path holder : holding(fileName)) {
            listed(holder).stream()
                    .filter(Files::isRegularFile)
                    .filter(file -> fileName.test(file.getFileName().toString()))
                    .forEach(files::add);
        }
        return files;
    }

    private static List<Path> listed(Path directory) throws RecordingException {
        try (Stream<Path> entries = Files.list(directory)) {
            return entries.sorted().toList();
        } catch (IOException e) {
            throw new RecordingException(
                    directory.toString(), "cannot be listed", "Check the path and its permissions.", e);
        }
    }
}
