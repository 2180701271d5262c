package io.milliwatt.datasets.station;

import io.milliwatt.datasets.recording.RecordingException;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.OptionalDouble;

/**
 * Output of the REF-ET software (versions 3.1 and 4.1, daily): a description of the station, then a row a day with its weather and the reference
 * evapotranspiration computed from it. Packed with gzip or not.
 *
 * @param windHeightMetres of the anemometer
 */
public record RefEtFile(double latitudeDegrees, double elevationMetres, double windHeightMetres, List<RefEtDay> days) {

    /** Version 3.1 with FAO-56 has a third column of results; version 4.1 closes a row with a mark. */
    private static final int LAST = 10;

    private static final String MARK = "0.0";

    public RefEtFile {
        days = List.copyOf(days);
    }

    public static RefEtFile read(Path file) throws RecordingException {
        RefEtText text = RefEtText.read(file);
        List<RefEtDay> days = text.rows(LAST + 1, "day", RefEtFile::day);
        return new RefEtFile(
                text.described("weather station latitude"),
                text.described("weather station elevation"),
                text.described("anemometer height"),
                days);
    }

    private static RefEtDay day(LocalDate date, String[] fields) {
        return new RefEtDay(
                date,
                Double.parseDouble(fields[3]),
                Double.parseDouble(fields[4]),
                Double.parseDouble(fields[5]),
                Double.parseDouble(fields[6]),
                Double.parseDouble(fields[7]),
                Double.parseDouble(fields[8]),
                Double.parseDouble(fields[9]),
                fields[LAST].equals(MARK)
                        ? OptionalDouble.empty()
                        : OptionalDouble.of(Double.parseDouble(fields[LAST])));
    }
}
