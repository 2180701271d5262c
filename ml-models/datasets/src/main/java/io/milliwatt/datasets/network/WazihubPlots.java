package io.milliwatt.datasets.network;

import io.milliwatt.datasets.recording.RecordingException;
import java.nio.file.Path;
import java.time.LocalDateTime;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import org.apache.commons.csv.CSVRecord;

/**
 * The Wazihub contest's table (Zindi 2019): drip-irrigated plots every five minutes, blank where a prediction is asked for.
 *
 * @param start of the first row; rows are {@value #STEP_MINUTES} minutes apart
 * @param plots in the order of their numbers
 * @param airCelsius NaN where blank
 * @param humidityPercent NaN where blank
 */
public record WazihubPlots(LocalDateTime start, List<Plot> plots, double[] airCelsius, double[] humidityPercent) {
    public static final int STEP_MINUTES = 5;

    private static final int PLOTS = 4;
    private static final String AIR = "Air temperature (C)";
    private static final String HUMIDITY = "Air humidity (%)";
    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm:ss");

    /**
     * A plot.
     *
     * @param number from 1
     * @param humidity of the soil in the probe's per cent, NaN where blank
     * @param irrigated by the row
     */
    public record Plot(int number, double[] humidity, boolean[] irrigated) {}

    public static WazihubPlots read(Path file) throws RecordingException {
        List<String> columns = new ArrayList<>(List.of("timestamp", AIR, HUMIDITY));
        for (int plot = 1; plot <= PLOTS; plot++) {
            columns.add("Soil humidity " + plot);
            columns.add("Irrigation field " + plot);
        }
        List<CSVRecord> rows = new ArrayList<>();
        CommaTable.read(file, columns, rows::add);
        LocalDateTime start;
        try {
            start = time(rows.getFirst().get("timestamp"));
        } catch (RuntimeException e) {
            throw new RecordingException(
                    file.toString(), "does not begin with a time", "Name the contest's training table.", e);
        }
        for (int i = 0; i < rows.size(); i++) {
            if (!time(rows.get(i).get("timestamp")).equals(start.plusMinutes((long) STEP_MINUTES * i))) {
                throw new RecordingException(
                        file.toString(),
                        "has a row out of step on line " + (i + 2),
                        "The table has a row every " + STEP_MINUTES + " minutes; copy it again.");
            }
        }
        List<Plot> plots = new ArrayList<>();
        for (int plot = 1; plot <= PLOTS; plot++) {
            boolean[] irrigated = new boolean[rows.size()];
            double[] on = column(rows, "Irrigation field " + plot);
            for (int i = 0; i < on.length; i++) {
                irrigated[i] = on[i] > 0;
            }
            plots.add(new Plot(plot, column(rows, "Soil humidity " + plot), irrigated));
        }
        return new WazihubPlots(start, plots, column(rows, AIR), column(rows, HUMIDITY));
    }

    /** Row of a time as the table writes it, which may lie beyond the table. */
    public int row(String time) {
        return (int) (java.time.Duration.between(start, time(time)).toMinutes() / STEP_MINUTES);
    }

    private static LocalDateTime time(String text) {
        return LocalDateTime.parse(text.trim(), TIME);
    }

    private static double[] column(List<CSVRecord> rows, String name) {
        return rows.stream().mapToDouble(row -> CommaTable.number(row, name)).toArray();
    }
}
