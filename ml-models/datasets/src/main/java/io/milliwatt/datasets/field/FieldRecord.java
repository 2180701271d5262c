package io.milliwatt.datasets.field;

import io.milliwatt.datasets.recording.RecordingException;
import io.milliwatt.dsp.soil.balance.Irrigation;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * The record of a run (.out): its dates and soil, and a row a day with every quantity under pyfao56's own name.
 *
 * @param layered whether the run used the soil's layers
 */
public record FieldRecord(LocalDate start, LocalDate end, boolean layered, List<Day> days) {

    private static final DateTimeFormatter AMERICAN = DateTimeFormatter.ofPattern("MM/dd/yyyy");

    public record Day(LocalDate date, Map<String, Double> values) {
        public double get(String quantity) {
            Double value = values.get(quantity);
            if (value == null) {
                throw new IllegalArgumentException("The record of " + date + " has no quantity named " + quantity);
            }
            return value;
        }
    }

    public static FieldRecord read(Path file) throws RecordingException {
        FieldText text = FieldText.read(file);
        List<String> columns = text.columns("Year-DOY");
        List<Day> days = new ArrayList<>();
        for (FieldText.Line line : text.dated()) {
            String[] fields = line.fields();
            Map<String, Double> values = new HashMap<>();
            for (int i = 0; i < Math.min(fields.length, columns.size()); i++) {
                if (fields[i].matches("[-+]?[.\\d]+")) {
                    values.put(columns.get(i), Double.parseDouble(fields[i]));
                }
            }
            days.add(new Day(text.date(line), Map.copyOf(values)));
        }
        return new FieldRecord(
                date(text, "Simulation start date:"),
                date(text, "Simulation end date:"),
                head(text, "Soil method:").startsWith("L"),
                List.copyOf(days));
    }

    /** The irrigation that the run was given. */
    public SortedMap<LocalDate, Irrigation> irrigation() {
        SortedMap<LocalDate, Irrigation> events = new TreeMap<>();
        for (Day day : days) {
            double applied = day.get("Irrig");
            if (applied > 0) {
                double efficiency = 1 - day.get("IrrLoss") / applied;
                events.put(day.date(), new Irrigation(applied, day.get("fw"), efficiency));
            }
        }
        return events;
    }

    private static LocalDate date(FieldText text, String label) throws RecordingException {
        try {
            return LocalDate.parse(head(text, label), AMERICAN);
        } catch (DateTimeParseException e) {
            throw new RecordingException(
                    text.file(), "has no date after '" + label + "'", "Copy it again from its source.", e);
        }
    }

    private static String head(FieldText text, String label) throws RecordingException {
        for (FieldText.Line line : text.lines()) {
            if (line.text().startsWith(label)) {
                return line.text().substring(label.length()).trim();
            }
        }
        throw new RecordingException(text.file(), "has no line '" + label + "'", "Copy it again from its source.");
    }
}
