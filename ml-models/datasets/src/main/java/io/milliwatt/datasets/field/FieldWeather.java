package io.milliwatt.datasets.field;

import io.milliwatt.datasets.recording.RecordingException;
import io.milliwatt.dsp.soil.evapotranspiration.ReferenceSurface;
import io.milliwatt.dsp.soil.evapotranspiration.Station;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * A weather file (.wth): a station and its days.
 *
 * @param reference the surface that the file's reference evapotranspiration is of
 * @param windHeightMetres of the anemometer
 */
public record FieldWeather(
        Station station,
        ReferenceSurface reference,
        double windHeightMetres,
        SortedMap<LocalDate, FieldWeatherDay> days) {

    public static FieldWeather read(Path file) throws RecordingException {
        FieldText text = FieldText.read(file);
        List<String> columns = text.columns("Year-DOY");
        SortedMap<LocalDate, FieldWeatherDay> days = new TreeMap<>();
        for (FieldText.Line line : text.dated()) {
            LocalDate date = text.date(line);
            days.put(date, day(text, line, columns));
        }
        double latitude = head(text, "latitude");
        double elevation = head(text, "elevation");
        try {
            return new FieldWeather(
                    Station.at(latitude, elevation),
                    reference(text),
                    head(text, "Wind speed measurement height"),
                    days);
        } catch (IllegalArgumentException e) {
            throw new RecordingException(
                    text.file(), "describes no possible station: " + e.getMessage(), "Correct the value.", e);
        }
    }

    public FieldWeatherDay on(LocalDate date) throws RecordingException {
        FieldWeatherDay day = days.get(date);
        if (day == null) {
            throw new RecordingException(
                    "The weather",
                    "has no row for " + date,
                    "A water balance needs every day of the season; fill the gap.");
        }
        return day;
    }

    private static FieldWeatherDay day(FieldText text, FieldText.Line line, List<String> columns)
            throws RecordingException {
        return new FieldWeatherDay(
                text.date(line),
                text.optional(line, columns.indexOf("Srad")),
                text.optional(line, columns.indexOf("Tmax")),
                text.optional(line, columns.indexOf("Tmin")),
                text.optional(line, columns.indexOf("Vapr")),
                text.optional(line, columns.indexOf("Tdew")),
                text.optional(line, columns.indexOf("RHmax")),
                text.optional(line, columns.indexOf("RHmin")),
                text.optional(line, columns.indexOf("Wndsp")),
                text.number(line, columns.indexOf("Rain")),
                text.optional(line, columns.indexOf("ETref")));
    }

    private static ReferenceSurface reference(FieldText text) throws RecordingException {
        for (FieldText.Line line : text.lines()) {
            if (line.text().contains("Reference crop")) {
                return line.fields()[0].equals("T") ? ReferenceSurface.TALL : ReferenceSurface.SHORT;
            }
        }
        throw new RecordingException(
                text.file(), "does not tell its reference crop", "Add the line with S (short) or T (tall).");
    }

    private static double head(FieldText text, String quantity) throws RecordingException {
        for (FieldText.Line line : text.lines()) {
            if (line.text().contains(quantity)) {
                return text.number(line, 0);
            }
        }
        throw new RecordingException(text.file(), "does not tell its " + quantity, "Add the line to the file's head.");
    }
}
