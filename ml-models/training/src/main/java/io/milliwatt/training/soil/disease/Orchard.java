package io.milliwatt.training.soil.disease;

import io.milliwatt.datasets.recording.RecordingException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.TreeMap;

/**
 * A pear orchard of fire4cast: its weather by the day, when its blossoms were open, and at which samplings more bacteria were found than before.
 *
 * @param days of the station Quinta Nova, for both orchards, which lie near one another: the other station's extremes are means of hourly extremes
 * @param blossoms by year, from the first open ones (F) to the fall of the petals (H)
 * @param samplings in order; true where an increase was found ({@code alarm_n})
 */
record Orchard(
        String name,
        NavigableMap<LocalDate, OrchardDay> days,
        Map<Integer, Bloom> blossoms,
        NavigableMap<LocalDate, Boolean> samplings) {

    static final String WEATHER = "vn_qn_clim.xlsx";
    private static final String BLOOM = "feno2r.xlsx";
    private static final String SAMPLINGS = "sampling2r.xlsx";
    private static final String INCREASES = "alarms.txt";
    private static final Map<String, String> NAMES = Map.of("Quinta Nova", "QN", "Quinta Vieira Natividade", "VN");

    /** A day's weather. */
    record OrchardDay(double meanCelsius, double minimumCelsius, double maximumCelsius, double rainMillimetres) {}

    /** Days with open blossoms, both included. */
    record Bloom(LocalDate from, LocalDate to) {}

    /** Quinta Nova first, as the published table of increases has them. */
    static List<Orchard> read(Path folder) throws RecordingException {
        Workbook weather = Workbook.read(folder.resolve(WEATHER));
        NavigableMap<LocalDate, OrchardDay> days = new TreeMap<>();
        for (List<String> row : weather.rows()) {
            var mean = weather.number(row, "tmedqn");
            var least = weather.number(row, "tminqn");
            var most = weather.number(row, "tmaxqn");
            var rain = weather.number(row, "rainqn");
            if (mean.isPresent() && least.isPresent() && most.isPresent() && rain.isPresent()) {
                days.put(
                        LocalDate.of(
                                (int) weather.number(row, "year").orElse(0),
                                (int) weather.number(row, "month").orElse(0),
                                (int) weather.number(row, "day").orElse(0)),
                        new OrchardDay(
                                mean.getAsDouble(), least.getAsDouble(), most.getAsDouble(), rain.getAsDouble()));
            }
        }
        List<Boolean> increases = increases(folder.resolve(INCREASES));
        Workbook samplings = Workbook.read(folder.resolve(SAMPLINGS));
        Workbook bloom = Workbook.read(folder.resolve(BLOOM));
        List<Orchard> orchards = new ArrayList<>();
        int told = 0;
        for (String name : List.of("Quinta Nova", "Quinta Vieira Natividade")) {
            NavigableMap<LocalDate, Boolean> sampled = new TreeMap<>();
            for (List<String> row : samplings.rows()) {
                if (samplings.text(row, "Location").strip().equals(name)) {
                    sampled.put(samplings.day(row, "Date"), false);
                }
            }
            for (LocalDate date : List.copyOf(sampled.keySet())) {
                if (told >= increases.size()) {
                    throw new RecordingException(
                            INCREASES, "has fewer rows than there are samplings", "Copy the folder again.");
                }
                sampled.put(date, increases.get(told++));
            }
            orchards.add(new Orchard(name, days, blossoms(bloom, NAMES.get(name)), sampled));
        }
        return orchards;
    }

    private static Map<Integer, Bloom> blossoms(Workbook bloom, String place) throws RecordingException {
        Map<Integer, Bloom> blossoms = new TreeMap<>();
        Map<Integer, LocalDate> opened = new TreeMap<>();
        for (List<String> row : bloom.rows()) {
            if (bloom.text(row, "local").equals(place)) {
                LocalDate day = bloom.day(row, "data");
                switch (bloom.text(row, "floracao")) {
                    case "F" -> opened.put(day.getYear(), day);
                    case "H" -> blossoms.put(day.getYear(), new Bloom(opened.getOrDefault(day.getYear(), day), day));
                    default -> {}
                }
            }
        }
        return blossoms;
    }

    private static List<Boolean> increases(Path file) throws RecordingException {
        try {
            List<String> lines = Files.readAllLines(file);
            int column = List.of(lines.getFirst().split("\\s+")).indexOf("alarm_n");
            return lines.stream()
                    .skip(1)
                    .filter(line -> !line.isBlank())
                    .map(line -> line.split("\\s+")[column].equals("1"))
                    .toList();
        } catch (IOException | RuntimeException damaged) {
            throw new RecordingException(
                    file.toString(), "cannot be read as the table of increases", "Copy the file again.", damaged);
        }
    }
}
