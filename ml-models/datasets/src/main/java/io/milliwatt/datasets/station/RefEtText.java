package io.milliwatt.datasets.station;

import io.milliwatt.datasets.reader.FileContent;
import io.milliwatt.datasets.recording.RecordingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;

/** The lines of a REF-ET output: a description of the station, then rows that begin with month, day and year. */
record RefEtText(String file, List<String> lines) {

    /** A row that can be read, or fails in the words of {@link #rows}. */
    interface RowReader<T> {
        T read(LocalDate date, String[] fields);
    }

    static RefEtText read(Path file) throws RecordingException {
        return new RefEtText(
                FileContent.name(file),
                new String(FileContent.bytes(file), StandardCharsets.ISO_8859_1)
                        .lines()
                        .toList());
    }

    /**
     * @param least fields of a row of results
     * @param period what a row is of, for messages: day or hour
     */
    <T> List<T> rows(int least, String period, RowReader<T> reader) throws RecordingException {
        List<T> rows = new ArrayList<>();
        for (int i = 0; i < lines.size(); i++) {
            String[] fields = lines.get(i).trim().split("\\s+");
            if (fields.length >= least && fields[0].matches("\\d{1,2}") && fields[2].matches("\\d{4}")) {
                try {
                    LocalDate date = LocalDate.of(
                            Integer.parseInt(fields[2]), Integer.parseInt(fields[0]), Integer.parseInt(fields[1]));
                    rows.add(reader.read(date, fields));
                } catch (RuntimeException e) {
                    throw new RecordingException(
                            file, "has a damaged row on line " + (i + 1), "Write the file again from REF-ET.", e);
                }
            }
        }
        if (rows.isEmpty()) {
            throw new RecordingException(
                    file,
                    "holds no " + period + " of REF-ET's results",
                    "Name the .out file of a run by the " + period + " with SI units.");
        }
        return rows;
    }

    /** A number of the description, such as "anemometer height". */
    double described(String quantity) throws RecordingException {
        for (String line : lines) {
            int at = line.indexOf(quantity);
            int colon = line.indexOf(':');
            if (at >= 0 && colon > at) {
                try {
                    return Double.parseDouble(line.substring(colon + 1).trim().split("\\s+")[0]);
                } catch (NumberFormatException e) {
                    break;
                }
            }
        }
        throw new RecordingException(
                file, "does not tell its " + quantity, "Keep the description above REF-ET's table.");
    }
}
