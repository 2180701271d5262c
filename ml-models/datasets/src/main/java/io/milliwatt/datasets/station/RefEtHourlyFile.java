package io.milliwatt.datasets.station;

import io.milliwatt.datasets.recording.RecordingException;
import java.nio.file.Path;
import java.time.LocalDate;
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
        RefEtText text = RefEtText.read(file);
        List<RefEtHour> hours = text.rows(FIELDS, "hour", RefEtHourlyFile::hour);
        return new RefEtHourlyFile(
                text.described("weather station latitude"),
                -text.described("weather station longitude"),
                -text.described("time zone longitude"),
                text.described("weather station elevation"),
                text.described("anemometer height"),
                hours);
    }

    private static RefEtHour hour(LocalDate date, String[] fields) {
        return new RefEtHour(
                date,
                Integer.parseInt(fields[4]) / 100,
                Double.parseDouble(fields[5]),
                Double.parseDouble(fields[7]),
                Double.parseDouble(fields[8]),
                Double.parseDouble(fields[9]),
                Double.parseDouble(fields[10]),
                Double.parseDouble(fields[11]));
    }
}
