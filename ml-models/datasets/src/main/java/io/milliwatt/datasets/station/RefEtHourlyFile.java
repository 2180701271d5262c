package io.milliwatt.datasets.station;

import io.milliwatt.datasets.reader.FileContent;
import io.milliwatt.datasets.recording.RecordingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;

/**
 * Hourly output of the REF-ET software (version 4.1).
 *
 * @param longitudeDegrees east; west is negative
 * @param zoneLongitudeDegrees on which the station's clock stands, east
 */
public record RefEtHourlyFile(
        double latitudeDegrees,
        double longitudeDegrees,
        double zoneLongitudeDegrees,
        double elevationMetres,
        double windHeightMetres,
        List<RefEtHour> hours) {

    private static final int FIELDS = 13;

    public RefEtHourlyFile {
        hours = List.copyOf(hours);
    }

    public static RefEtHourlyFile read(Path file) throws RecordingException {
        List<String> lines = new String(FileContent.bytes(file), StandardCharsets.ISO_8859_1)
                .lines()
                .toList();
        List<RefEtHour> hours = new ArrayList<>();
        for (int i = 0; i < lines.size(); i++) {
            String[] fields = lines.get(i).trim().split("\\s+");
            if (fields.length == FIELDS && fields[0].matches("\\d{1,2}") && fields[2].matches("\\d{4}")) {
                hours.add(hour(file, i + 1, fields));
            }
        }
        if (hours.isEmpty()) {
            throw new RecordingException(
                    FileContent.name(file),
                    "holds no hour of REF-ET's results",
                    "Name the .out file of an hourly REF-ET run with SI units.");
        }
        return new RefEtHourlyFile(
                RefEtFile.described(file, lines, "weather station latitude"),
                -RefEtFile.described(file, lines, "weather station longitude"),
                -RefEtFile.described(file, lines, "time zone longitude"),
                RefEtFile.described(file, lines, "weather station elevation"),
                RefEtFile.described(file, lines, "anemometer height"),
                hours);
    }

    private static RefEtHour hour(Path file, int line, String[] fields) throws RecordingException {
        try {
            return new RefEtHour(
                    LocalDate.of(Integer.parseInt(fields[2]), Integer.parseInt(fields[0]), Integer.parseInt(fields[1])),
                    Integer.parseInt(fields[4]) / 100,
                    Double.parseDouble(fields[5]),
                    Double.parseDouble(fields[7]),
                    Double.parseDouble(fields[8]),
                    Double.parseDouble(fields[9]),
                    Double.parseDouble(fields[10]),
                    Double.parseDouble(fields[11]));
        } catch (RuntimeException e) {
            throw new RecordingException(
                    FileContent.name(file),
                    "has a damaged row on line " + line,
                    "Write the file again from REF-ET.",
                    e);
        }
    }
}
