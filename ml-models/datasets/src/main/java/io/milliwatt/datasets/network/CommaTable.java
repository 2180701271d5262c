package io.milliwatt.datasets.network;

import io.milliwatt.datasets.reader.FileContent;
import io.milliwatt.datasets.recording.RecordingException;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.Reader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.util.List;
import java.util.Locale;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;

/** A comma-separated table with a line of column names, plain or gzip; an empty field is a missing value. */
final class CommaTable {
    private static final CSVFormat FORMAT = CSVFormat.DEFAULT
            .builder()
            .setHeader()
            .setSkipHeaderRecord(true)
            .setIgnoreHeaderCase(true)
            .get();

    private CommaTable() {}

    /** Takes a row; what it throws as unreadable becomes a sentence with the line's number. */
    interface Row {
        void take(CSVRecord row);
    }

    /** The fields of the first line, in small letters; none for an empty file. */
    static List<String> columns(Path file) throws RecordingException {
        try (BufferedReader in =
                new BufferedReader(new InputStreamReader(FileContent.open(file), StandardCharsets.UTF_8))) {
            String first = in.readLine();
            return first == null
                    ? List.of()
                    : List.of(first.trim().toLowerCase(Locale.ROOT).split(","));
        } catch (RecordingException e) {
            throw e;
        } catch (IOException e) {
            throw FileContent.failure(file, 0, e);
        }
    }

    /** @param columns that the table must have */
    static void read(Path file, List<String> columns, Row taker) throws RecordingException {
        String name = FileContent.name(file);
        try (Reader in = new InputStreamReader(FileContent.open(file), StandardCharsets.UTF_8);
                CSVParser rows = FORMAT.parse(in)) {
            for (String column : columns) {
                if (!rows.getHeaderMap().containsKey(column)) {
                    throw new RecordingException(
                            name,
                            "has no column '" + column + "'",
                            "Name a table with the columns " + String.join(", ", columns) + ".");
                }
            }
            for (CSVRecord row : rows) {
                try {
                    taker.take(row);
                } catch (IllegalArgumentException | DateTimeException e) {
                    throw new RecordingException(
                            name,
                            "cannot be read on line " + (row.getRecordNumber() + 1) + " (" + e.getMessage() + ")",
                            "Correct that line or copy the file again.",
                            e);
                }
            }
        } catch (RecordingException e) {
            throw e;
        } catch (IOException e) {
            throw FileContent.failure(file, 0, e);
        }
    }

    static double number(CSVRecord row, String column) {
        String field = row.get(column).trim();
        return field.isEmpty() || field.equalsIgnoreCase("nan") ? Double.NaN : Double.parseDouble(field);
    }
}
