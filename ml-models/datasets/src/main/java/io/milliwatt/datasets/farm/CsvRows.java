package io.milliwatt.datasets.farm;

import io.milliwatt.datasets.recording.RecordingException;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;

/** A table with a line of column names: parted by comma, semicolon or tab, whichever its first line has most of. */
record CsvRows(List<String> columns, List<CSVRecord> records) {

    static CsvRows read(String name, String text) throws RecordingException {
        String body = text.startsWith("\uFEFF") ? text.substring(1) : text;
        CSVFormat format = CSVFormat.DEFAULT
                .builder()
                .setDelimiter(delimiter(body.lines().findFirst().orElse("")))
                .setIgnoreEmptyLines(true)
                .get();
        try (CSVParser parser = CSVParser.parse(body, format)) {
            List<CSVRecord> all = parser.getRecords();
            List<String> columns = new ArrayList<>();
            all.getFirst().forEach(column -> columns.add(column.trim().toLowerCase(Locale.ROOT)));
            return new CsvRows(columns, all.subList(1, all.size()));
        } catch (IOException | IllegalStateException e) {
            FarmFileException noTable = new FarmFileException(FarmFileException.Fault.NO_TABLE, name);
            noTable.initCause(e);
            throw noTable;
        }
    }

    int line(CSVRecord row) {
        return Math.toIntExact(row.getRecordNumber());
    }

    private static char delimiter(String line) {
        char best = ',';
        for (char candidate : new char[] {',', ';', '\t'}) {
            if (count(line, candidate) > count(line, best)) {
                best = candidate;
            }
        }
        return best;
    }

    private static long count(String line, char wanted) {
        return line.chars().filter(c -> c == wanted).count();
    }
}
