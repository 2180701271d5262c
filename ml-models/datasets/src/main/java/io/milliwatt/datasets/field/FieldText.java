package io.milliwatt.datasets.field;

import io.milliwatt.datasets.reader.FileContent;
import io.milliwatt.datasets.recording.RecordingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalDouble;

/** The lines of a pyfao56 file: a head between rows of asterisks, then its data. */
record FieldText(String file, List<Line> lines) {

    /** @param number from 1, for messages */
    record Line(int number, String text) {
        String[] fields() {
            return text.trim().split("\\s+");
        }

        boolean isDated() {
            return text.matches("\\s*\\d{4}-\\d{3}\\s.*");
        }
    }

    static FieldText read(Path file) throws RecordingException {
        List<String> text = new String(FileContent.bytes(file), StandardCharsets.UTF_8)
                .lines()
                .toList();
        List<Line> lines = new ArrayList<>(text.size());
        for (int i = 0; i < text.size(); i++) {
            if (!text.get(i).isBlank() && !text.get(i).startsWith("****")) {
                lines.add(new Line(i + 1, text.get(i)));
            }
        }
        return new FieldText(FileContent.name(file), List.copyOf(lines));
    }

    List<Line> dated() {
        return lines.stream().filter(Line::isDated).toList();
    }

    /** The names of a table's columns: the line that begins with {@code first}. */
    List<String> columns(String first) throws RecordingException {
        for (Line line : lines) {
            String[] fields = line.fields();
            if (fields[0].equals(first)) {
                return List.of(fields);
            }
        }
        throw new RecordingException(
                file, "has no line of column names that begins with " + first, "Copy it again from its source.");
    }

    /** A date written as year and day of the year, 2013-113. */
    LocalDate date(Line line) throws RecordingException {
        String field = line.fields()[0];
        try {
            return LocalDate.ofYearDay(Integer.parseInt(field.substring(0, 4)), Integer.parseInt(field.substring(5)));
        } catch (DateTimeException | NumberFormatException e) {
            throw damaged(line, "'" + field + "' is not a year and day of the year");
        }
    }

    double number(Line line, int column) throws RecordingException {
        OptionalDouble number = optional(line, column);
        if (number.isEmpty()) {
            throw damaged(line, "a number is missing in column " + (column + 1));
        }
        return number.getAsDouble();
    }

    /** Empty for NaN or a column that is not there. */
    OptionalDouble optional(Line line, int column) throws RecordingException {
        String[] fields = line.fields();
        if (column < 0 || column >= fields.length || fields[column].equalsIgnoreCase("nan")) {
            return OptionalDouble.empty();
        }
        try {
            return OptionalDouble.of(Double.parseDouble(fields[column]));
        } catch (NumberFormatException e) {
            throw damaged(line, "'" + fields[column] + "' is not a number");
        }
    }

    RecordingException damaged(Line line, String problem) {
        return new RecordingException(
                file, "is damaged on line " + line.number() + ": " + problem, "Copy it again from its source.");
    }
}
