package io.milliwatt.training.soil.depletion;

import io.milliwatt.datasets.field.FieldFiles;
import io.milliwatt.datasets.field.FieldLayers;
import io.milliwatt.datasets.field.FieldProfile;
import io.milliwatt.datasets.field.FieldProfiles;
import io.milliwatt.datasets.field.FieldSeason;
import io.milliwatt.datasets.recording.RecordingException;
import io.milliwatt.dsp.soil.balance.BalanceDay;
import io.milliwatt.dsp.soil.balance.LayeredSoil;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * A plot's season and the depletion measured in it.
 *
 * @param name such as cotton2018p06-1
 * @param measured mm by the day of the season, from 0; down to the depth of the day's roots
 */
public record MeasuredPlot(String name, FieldSeason season, SortedMap<Integer, Double> measured) {

    private static final String READINGS = ".sws";
    /** A plot's number: main plot and subplot. */
    private static final Pattern NUMBER = Pattern.compile("p(\\d+)-\\d+$");

    /** All plots of a folder: seasons with readings (.sws), a soil in layers (.sol) and a record (.out). A file that plots share is no plot. */
    public static List<MeasuredPlot> in(Path folder) throws RecordingException {
        List<String> stems = stems(folder, READINGS);
        List<String> records = stems(folder, ".out");
        FieldFiles files = new FieldFiles(folder);
        List<MeasuredPlot> plots = new ArrayList<>();
        for (String stem : stems) {
            boolean shared = stems.stream().anyMatch(other -> !other.equals(stem) && other.startsWith(stem));
            Optional<String> record =
                    records.stream().filter(name -> name.startsWith(stem)).findFirst();
            if (!shared && record.isPresent()) {
                plots.add(load(files, stem, record.get()));
            }
        }
        return plots;
    }

    /** Tuned on, by the number of the main plot: odd ones. Plots without a number are all judged. */
    public boolean forFitting() {
        Matcher number = NUMBER.matcher(name);
        return number.find() && Integer.parseInt(number.group(1)) % 2 == 1;
    }

    private static MeasuredPlot load(FieldFiles files, String stem, String record) throws RecordingException {
        int end = stem.indexOf('_');
        String test = stem.substring(0, end);
        String plot = stem.substring(end + 1);
        FieldSeason season = FieldSeason.load(files, test, record.substring(end + 1));
        LayeredSoil soil = FieldLayers.read(files.need(test, plot, "sol"));
        List<BalanceDay> days = season.run();
        SortedMap<Integer, Double> measured = new TreeMap<>();
        for (FieldProfile profile : FieldProfiles.read(files.need(test, plot, "sws"))) {
            int day = (int) ChronoUnit.DAYS.between(season.start(), profile.date());
            if (day >= 0 && day < days.size()) {
                depletion(profile, soil, days.get(day).crop().rootDepthMetres())
                        .ifPresent(depletion -> measured.put(day, depletion));
            }
        }
        return new MeasuredPlot(plot, season, measured);
    }

    /** Where a layer was not read, the publisher's own figure stands if there is one. */
    private static OptionalDouble depletion(FieldProfile profile, LayeredSoil soil, double rootDepthMetres) {
        return profile.contents().size() == soil.layers().size()
                ? OptionalDouble.of(soil.depletion(profile.contents(), rootDepthMetres))
                : profile.rootZoneDepletion();
    }

    private static List<String> stems(Path folder, String ending) throws RecordingException {
        try (Stream<Path> entries = Files.list(folder)) {
            return entries.map(file -> file.getFileName().toString())
                    .filter(name -> name.endsWith(ending) && name.indexOf('_') > 0)
                    .map(name -> name.substring(0, name.length() - ending.length()))
                    .sorted()
                    .toList();
        } catch (IOException e) {
            throw new RecordingException(
                    folder.toString(), "cannot be listed", "Name the folder with the season's files.", e);
        }
    }
}
