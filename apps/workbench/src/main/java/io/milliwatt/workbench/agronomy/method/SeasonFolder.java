package io.milliwatt.workbench.agronomy.method;

import io.milliwatt.datasets.RecordingFolder;
import io.milliwatt.datasets.field.FieldFiles;
import io.milliwatt.datasets.field.FieldSeason;
import io.milliwatt.datasets.recording.RecordingException;
import io.milliwatt.dsp.soil.balance.BalanceDay;
import io.milliwatt.workbench.agronomy.vector.RowException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Where the seasons lie that rows name; each is run once. */
public final class SeasonFolder {
    private static final Path NAME = Path.of("pyfao56-fields");
    private static final Path BELOW_DATA = Path.of("soil").resolve(NAME);

    private final Optional<Path> folder;
    private final Map<String, FieldSeason> seasons = new HashMap<>();
    private final Map<String, List<BalanceDay>> runs = new HashMap<>();

    private SeasonFolder(Optional<Path> folder) {
        this.folder = folder;
    }

    /**
     * @param named as the person wrote it: the folder or one above it
     * @param vectors the file of worked values, beside which data may lie
     */
    public static SeasonFolder of(Optional<Path> named, Path vectors) {
        if (named.isPresent()) {
            Path given = named.get();
            for (Path candidate : List.of(given.resolve(NAME), given.resolve(BELOW_DATA))) {
                if (Files.isDirectory(candidate)) {
                    return new SeasonFolder(Optional.of(candidate));
                }
            }
            return new SeasonFolder(named);
        }
        Path beside = vectors.toAbsolutePath()
                .normalize()
                .resolveSibling(Path.of("..", "data"))
                .resolve(BELOW_DATA)
                .normalize();
        return new SeasonFolder(
                Files.isDirectory(beside) ? Optional.of(beside) : RecordingFolder.find(BELOW_DATA.toString()));
    }

    FieldSeason season(SeasonName name) {
        FieldSeason season = seasons.get(name.toString());
        if (season == null) {
            try {
                season = FieldSeason.load(files(), name.test(), name.season());
            } catch (RecordingException e) {
                throw new RowException(e.getMessage(), e);
            }
            seasons.put(name.toString(), season);
        }
        return season;
    }

    List<BalanceDay> run(SeasonName name) {
        FieldSeason season = season(name);
        return runs.computeIfAbsent(name.toString(), key -> season.run());
    }

    private FieldFiles files() {
        return new FieldFiles(
                folder.orElseThrow(
                        () -> new RowException(
                                "The season's files are not at hand; name their folder with --data, such as ../shared/data/soil/pyfao56-fields.")));
    }
}
