package io.milliwatt.datasets.station;

import io.milliwatt.datasets.reader.FileContent;
import io.milliwatt.datasets.recording.RecordingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalDouble;

/**
 * Output of the REF-ET software (versions 3.1 and 4.1, daily): a description of the station, then a row a day with its weather and the reference
 * evapotranspiration computed from it. Packed with gzip or not.
 *
 * @param windHeightMetres of the anemometer
 */
public record RefEtFile(double latitudeDegrees, double elevationMetres, double windHeightMetres, List<RefEtDay> days) {

    private static final int LEAST_FIELDS = 10;

    public RefEtFile {
        days = List.copyOf(days);
    }

    public static RefEtFile read(Path file) throws RecordingException {
        List<String> lines = new String(FileContent.bytes(file), StandardCharsets.ISO_8859_1)
                .lines()
                .toList();
        List<RefEtDay> days = new ArrayList<>();
        for (int i = 0; i < lines.size(); i++) {
            String[] fields = lines.get(i).trim().split("\\s+");
            if (fields.length >= LEAST_FIELDS && fields[0].matches("\\d{1,2}") && fields[2].matches("\\d{4}")) {
                days.add(day(file, i + 1, fields));
            }
        }
        if (days.isEmpty()) {
            throw new RecordingException(
                    FileContent.name(file),
                    "holds no day of REF-ET's results",
                    "Name the .out file of a daily REF-ET run with SI units.");
        }
        return new RefEtFile(
                described(file, lines, "weather station latitude"),
                described(file, lines, "weather station elevation"),
                described(file, lines, "anemometer height"),
                days);
    }

    private static RefEtDay day(Path file, int line, String[] fields) throws RecordingException {
        try {
            // Version 3.1 with FAO-56 has a third column of results; version 4.1 closes a row with a mark.
            boolean threeResults = !fields[LEAST_FIELDS].equals("0.0");
            return new RefEtDay(
                    LocalDate.of(Integer.parseInt(fields[2]), Integer.parseInt(fields[0]), Integer.parseInt(fields[1])),
                    Double.parseDouble(fields[3]),
                    Double.parseDouble(fields[4]),
                    Double.parseDouble(fields[5]),
                    Double.parseDouble(fields[6]),
                    Double.parseDouble(fields[7]),
                    Double.parseDouble(fields[8]),
                    Double.parseDouble(fields[9]),
                    threeResults ? OptionalDouble.of(Double.parseDouble(fields[10])) : OptionalDouble.empty());
        } catch (RuntimeException e) {
            throw new RecordingException(
                    FileContent.name(file),
                    "has a damaged row on line " + line,
                    "Write the file again from REF-ET.",
                    e);
        }
    }

    static double described(Path file, List<String> lines, String quantity) throws RecordingException {
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
                FileContent.name(file), "does not tell its " + quantity, "Keep the description above REF-ET's table.");
    }
}
