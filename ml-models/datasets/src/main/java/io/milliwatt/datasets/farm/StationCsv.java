package io.milliwatt.datasets.farm;

import io.milliwatt.datasets.recording.RecordingException;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.apache.commons.csv.CSVRecord;

/**
 * A station's table. Columns are known by their names, whatever their order: a date or time, and of weather and soil what there is. Units are those of
 * {@link FarmQuantity} unless the name tells others: (F), (in), (mph), (km/h), (W/m2).
 */
final class StationCsv {
    private static final Pattern MOISTURE =
            Pattern.compile("(?:soil[ _]?moisture|vwc|moisture|water[ _]?content)[ _]?(\\d+) ?_?(mm|cm)?.*");
    private static final Pattern SOIL = Pattern.compile("soil[ _]?temp(?:erature)?[ _]?(\\d+) ?_?(mm|cm)?.*");
    private static final double SECONDS_PER_DAY = 86_400;

    private StationCsv() {}

    /** What a column holds. */
    private sealed interface Column {
        record Time() implements Column {}

        record Clock() implements Column {}

        record Value(FarmQuantity quantity, double factor, double offset) implements Column {}

        record Moisture(int depthMillimetres, double toPercent) implements Column {}

        record SoilTemperature(int depthMillimetres) implements Column {}

        record Unknown() implements Column {}
    }

    static FarmFile read(String name, String text) throws RecordingException {
        CsvRows table = CsvRows.read(name, text);
        boolean daily = table.records().stream()
                .limit(3)
                .noneMatch(row -> row.stream().anyMatch(field -> field.matches(".*\\d:\\d\\d.*")));
        List<Column> columns = new ArrayList<>();
        for (String column : table.columns()) {
            columns.add(column(column, daily));
        }
        if (columns.stream().noneMatch(Column.Time.class::isInstance)) {
            throw new FarmFileException(FarmFileException.Fault.NO_TIMES, name, table.columns());
        }
        if (columns.stream()
                .allMatch(column -> column instanceof Column.Time
                        || column instanceof Column.Clock
                        || column instanceof Column.Unknown)) {
            throw new FarmFileException(FarmFileException.Fault.NO_KNOWN_COLUMN, name, table.columns());
        }
        boolean universal = table.records().stream()
                .limit(1)
                .anyMatch(row -> row.stream().anyMatch(field -> field.matches(".*\\d:\\d\\d.*Z")));
        RowCollector rows = new RowCollector();
        for (CSVRecord row : table.records()) {
            rows.add(table.line(row), draft -> fill(row, columns, draft));
        }
        return new FarmFile(FarmFileKind.STATION_CSV, daily, universal, 2, rows.rows(), List.of(), rows.damaged());
    }

    private static LocalDateTime fill(CSVRecord row, List<Column> columns, RowCollector.Draft draft) {
        Optional<LocalDateTime> time = Optional.empty();
        Optional<LocalTime> clock = Optional.empty();
        for (int i = 0; i < columns.size(); i++) {
            String field = row.get(i);
            switch (columns.get(i)) {
                case Column.Time date -> time = Optional.of(Times.read(field));
                case Column.Clock hour ->
                    clock = Optional.of(Times.read("2000-01-01 " + field.trim()).toLocalTime());
                case Column.Value value -> draft.put(value.quantity(), field, value.factor(), value.offset());
                case Column.Moisture moisture ->
                    draft.moisture(moisture.depthMillimetres(), field, moisture.toPercent());
                case Column.SoilTemperature soil -> draft.soil(soil.depthMillimetres(), field);
                case Column.Unknown unknown -> {}
            }
        }
        LocalDateTime read = time.orElseThrow();
        return clock.map(hour -> read.toLocalDate().atTime(hour)).orElse(read);
    }

    private static Column column(String name, boolean daily) {
        Matcher moisture = MOISTURE.matcher(name);
        if (moisture.matches()) {
            return new Column.Moisture(depth(moisture), name.contains("m3/m3") || name.contains("fraction") ? 100 : 1);
        }
        Matcher soil = SOIL.matcher(name);
        if (soil.matches()) {
            return new Column.SoilTemperature(depth(soil));
        }
        String bare = name.replaceAll("\\(.*?\\)|\\[.*?]", "").trim().replaceAll("[ _-]+", "_");
        return switch (bare) {
            case "date", "day", "time", "datetime", "date_time", "timestamp" -> new Column.Time();
            case "hour", "clock" -> new Column.Clock();
            case "tmin", "t_min", "min_temp", "minimum_temperature", "temperature_min" ->
                celsius(FarmQuantity.AIR_MINIMUM, name);
            case "tmax", "t_max", "max_temp", "maximum_temperature", "temperature_max" ->
                celsius(FarmQuantity.AIR_MAXIMUM, name);
            case "temperature", "temp", "t", "air_temperature", "tair" -> celsius(FarmQuantity.AIR, name);
            case "humidity", "rh", "relative_humidity" -> new Column.Value(FarmQuantity.HUMIDITY, 1, 0);
            case "rhmin", "rh_min" -> new Column.Value(FarmQuantity.HUMIDITY_MINIMUM, 1, 0);
            case "rhmax", "rh_max" -> new Column.Value(FarmQuantity.HUMIDITY_MAXIMUM, 1, 0);
            case "dewpoint", "dew_point", "tdew" -> celsius(FarmQuantity.DEW_POINT, name);
            case "wind", "wind_speed", "windspeed", "u2" -> new Column.Value(FarmQuantity.WIND, wind(name), 0);
            case "rain", "precipitation", "precip", "rainfall" -> new Column.Value(FarmQuantity.RAIN, inches(name), 0);
            case "solar", "radiation", "solar_radiation", "srad", "rs" ->
                new Column.Value(FarmQuantity.SOLAR, solar(name, daily), 0);
            case "et0", "eto", "reference_et", "etref" -> new Column.Value(FarmQuantity.REFERENCE, inches(name), 0);
            case "irrigation", "irrigation_depth" -> new Column.Value(FarmQuantity.IRRIGATION, inches(name), 0);
            default -> new Column.Unknown();
        };
    }

    private static Column celsius(FarmQuantity quantity, String name) {
        boolean fahrenheit = name.matches(".*[(\\[]°?f[)\\]].*");
        return fahrenheit ? new Column.Value(quantity, 5.0 / 9, -32 * 5.0 / 9) : new Column.Value(quantity, 1, 0);
    }

    private static double inches(String name) {
        return name.matches(".*[(\\[]in(ch(es)?)?[)\\]].*") ? 25.4 : 1;
    }

    private static double wind(String name) {
        if (name.contains("mph")) {
            return 0.44704;
        }
        return name.contains("km/h") || name.contains("kmh") ? 1 / 3.6 : 1;
    }

    /** W/m² are a mean: over the day, or over the hour that stations tell. */
    private static double solar(String name, boolean daily) {
        return name.contains("w/m") ? (daily ? SECONDS_PER_DAY : 3600) / 1e6 : 1;
    }

    private static int depth(Matcher column) {
        int number = Integer.parseInt(column.group(1));
        return "mm".equals(column.group(2)) ? number : 10 * number;
    }
}
