package io.milliwatt.datasets.station;

import io.milliwatt.datasets.reader.FileContent;
import io.milliwatt.datasets.recording.RecordingException;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.Reader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;

/**
 * AgriMet's daily table (US Bureau of Reclamation): YEAR, MONTH, DAY, MN and MX in °F, YM (dew point) in °F, SR in langleys, UA in miles an hour.
 * A missing value is
 * an empty field or NO RECORD; such days are left out and counted.
 *
 * @param incomplete days left out for a missing value
 */
public record AgriMetFile(List<AgriMetDay> days, int incomplete) {

    /** The thermochemical langley, in MJ/m², as REF-ET takes it. */
    private static final double MEGAJOULES_PER_LANGLEY = 0.041868;

    private static final double METRES_PER_SECOND_PER_MILE_AN_HOUR = 0.44704;

    /** Date and weather; the station's own evapotranspiration after them is not read. */
    private static final int COLUMNS = 8;

    private static final CSVFormat FORMAT =
            CSVFormat.DEFAULT.builder().setHeader().setSkipHeaderRecord(true).get();

    public AgriMetFile {
        days = List.copyOf(days);
    }

    public static AgriMetFile read(Path file) throws RecordingException {
        List<AgriMetDay> days = new ArrayList<>();
        int incomplete = 0;
        try (Reader in = new InputStreamReader(FileContent.open(file), StandardCharsets.US_ASCII);
                CSVParser rows = FORMAT.parse(in)) {
            for (CSVRecord row : rows) {
                if (row.stream().limit(COLUMNS).anyMatch(AgriMetFile::missing)) {
                    incomplete++;
                } else {
                    days.add(day(file, row));
                }
            }
        } catch (RecordingException e) {
            throw e;
        } catch (IOException e) {
            throw FileContent.failure(file, 0, e);
        }
        return new AgriMetFile(days, incomplete);
    }

    private static AgriMetDay day(Path file, CSVRecord row) throws RecordingException {
        try {
            return new AgriMetDay(
                    LocalDate.of(
                            Integer.parseInt(row.get("YEAR")),
                            Integer.parseInt(row.get("MONTH")),
                            Integer.parseInt(row.get("DAY"))),
                    celsius(row.get("MN")),
                    celsius(row.get("MX")),
                    celsius(row.get("YM")),
                    Double.parseDouble(row.get("SR")) * MEGAJOULES_PER_LANGLEY,
                    Double.parseDouble(row.get("UA")) * METRES_PER_SECOND_PER_MILE_AN_HOUR);
        } catch (IllegalArgumentException | DateTimeException e) {
            throw new RecordingException(
                    FileContent.name(file),
                    "cannot be read on line " + (row.getRecordNumber() + 1) + " (" + e.getMessage() + ")",
                    "A daily AgriMet table has the columns YEAR, MONTH, DAY, MN, MX, SR, YM and UA.",
                    e);
        }
    }

    private static boolean missing(String field) {
        return field.isBlank() || field.trim().equals("NO RECORD");
    }

    private static double celsius(String fahrenheit) {
        return (Double.parseDouble(fahrenheit) - 32) * 5 / 9;
    }
}
