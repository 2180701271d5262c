package io.milliwatt.training.soil.season;

import io.milliwatt.datasets.field.FieldFiles;
import io.milliwatt.datasets.field.FieldSeason;
import io.milliwatt.datasets.recording.RecordingException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** The irrigated seasons of a folder that are not plots with readings: those with a record (.out) and an irrigation file of their own. */
final class RecordedSeasons {
    private static final String RECORD = ".out";

    private RecordedSeasons() {}

    record Named(String name, FieldSeason season) {}

    static List<Named> in(Path folder) throws RecordingException {
        FieldFiles files = new FieldFiles(folder);
        List<Named> seasons = new ArrayList<>();
        for (String stem : stems(folder)) {
            int end = stem.indexOf('_');
            FieldSeason season = FieldSeason.load(files, stem.substring(0, end), stem.substring(end + 1));
            if (!season.irrigationFromRecord() && SeasonReplay.irrigated(season)) {
                seasons.add(new Named(stem.substring(end + 1), season));
            }
        }
        return seasons;
    }

    /** Without records of pyfao56's second method (B) and of cases of a plot. */
    private static List<String> stems(Path folder) throws RecordingException {
        try (Stream<Path> entries = Files.list(folder)) {
            return entries.map(file -> file.getFileName().toString())
                    .filter(name -> name.endsWith(RECORD) && name.indexOf('_') > 0)
                    .map(name -> name.substring(0, name.length() - RECORD.length()))
                    .filter(name -> !name.endsWith("B") && !name.contains("case"))
                    .sorted()
                    .toList();
        } catch (IOException e) {
            throw new RecordingException(
                    folder.toString(), "cannot be listed", "Name the folder with the season's files.", e);
        }
    }
}
