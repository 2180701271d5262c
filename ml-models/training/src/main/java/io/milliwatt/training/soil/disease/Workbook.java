package io.milliwatt.training.soil.disease;

import io.milliwatt.datasets.recording.RecordingException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalDouble;
import org.dhatim.fastexcel.reader.ReadableWorkbook;
import org.dhatim.fastexcel.reader.Row;

/**
 * The first sheet of a workbook, its first row being names.
 *
 * @param rows as text; an empty cell is empty
 */
record Workbook(String name, List<String> columns, List<List<String>> rows) {

    private static final LocalDate DAY_ZERO = LocalDate.of(1899, 12, 30);

    static Workbook read(Path file) throws RecordingException {
        try (var in = Files.newInputStream(file);
                ReadableWorkbook book = new ReadableWorkbook(in)) {
            List<List<String>> all = new ArrayList<>();
            for (Row row : book.getFirstSheet().read()) {
                all.add(row.stream()
                        .map(cell -> cell == null || cell.getRawValue() == null ? "" : cell.getText())
                        .toList());
            }
            if (all.isEmpty()) {
                throw new RecordingException(file.toString(), "has no row", "Copy the workbook again.");
            }
            List<String> columns = all.getFirst().stream().map(String::strip).toList();
            return new Workbook(file.getFileName().toString(), columns, List.copyOf(all.subList(1, all.size())));
        } catch (IOException | RuntimeException damaged) {
            throw new RecordingException(
                    file.toString(), "cannot be read as a workbook", "Copy the file again.", damaged);
        }
    }

    /** @throws RecordingException where there is no such column */
    String text(List<String> row, String column) throws RecordingException {
        int place = columns.indexOf(column);
        if (place < 0) {
            throw new RecordingException(name, "has no column '" + column + "'", "Copy the file again.");
        }
        return place < row.size() ? row.get(place) : "";
    }

    OptionalDouble number(List<String> row, String column) throws RecordingException {
        try {
            String text = text(row, column);
            return text.isBlank() ? OptionalDouble.empty() : OptionalDouble.of(Double.parseDouble(text));
        } catch (NumberFormatException noNumber) {
            return OptionalDouble.empty();
        }
    }

    /** A day as spreadsheets count it, or as ISO 8601 writes it. */
    LocalDate day(List<String> row, String column) throws RecordingException {
        OptionalDouble serial = number(row, column);
        try {
            return serial.isPresent()
                    ? DAY_ZERO.plusDays((long) serial.getAsDouble())
                    : LocalDate.parse(text(row, column));
        } catch (DateTimeException damaged) {
            throw new RecordingException(
                    name,
                    "has the day '" + text(row, column) + "' in '" + column + "'",
                    "Copy the file again.",
                    damaged);
        }
    }
}
