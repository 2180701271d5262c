package io.milliwatt.datasets.farm;

import io.milliwatt.datasets.recording.RecordingException;
import java.util.List;
import java.util.Locale;
import org.apache.commons.csv.CSVRecord;

/**
 * One station's days of NOAA's US Climate Reference Network, as a comma-separated table with the network's column names, or as its product daily01, whose
 * 28 columns have no names; its product hourly02 is read by {@link UscrnHourly}. There is no wind in either. −9999 and −99 stand for missing values.
 */
final class UscrnText {
    private static final int[] DEPTHS_MILLIMETRES = {50, 100, 200, 500, 1000};

    /** Places in daily01 (NOAA, readme of daily01): date, maximum, minimum, rain, solar, humidity, then moisture and temperature of the soil. */
    private static final int DATE = 1;

    private static final int MAXIMUM = 5;
    private static final int MINIMUM = 6;
    private static final int RAIN = 9;
    private static final int SOLAR = 10;
    private static final int HUMIDITY_MAXIMUM = 15;
    private static final int HUMIDITY_MINIMUM = 16;
    private static final int MOISTURE = 18;
    private static final int SOIL = 23;

    private UscrnText() {}

    static FarmFile read(String name, String text) throws RecordingException {
        return text.stripLeading().toLowerCase(Locale.ROOT).startsWith("wban") ? table(name, text) : product(text);
    }

    private static FarmFile table(String name, String text) throws RecordingException {
        CsvRows table = CsvRows.read(name, text);
        List<String> columns = table.columns();
        if (!columns.contains("lst_date")) {
            throw new FarmFileException(FarmFileException.Fault.COLUMN_MISSING, name, List.of("lst_date"));
        }
        int station = columns.getFirst().startsWith("wban") ? 0 : columns.indexOf("wban");
        if (table.records().stream().map(row -> row.get(station)).distinct().count() > 1) {
            throw new FarmFileException(FarmFileException.Fault.SEVERAL_STATIONS, name);
        }
        RowCollector rows = new RowCollector();
        for (CSVRecord row : table.records()) {
            rows.add(table.line(row), draft -> {
                put(draft, FarmQuantity.AIR_MAXIMUM, columns, row, "t_daily_max");
                put(draft, FarmQuantity.AIR_MINIMUM, columns, row, "t_daily_min");
                put(draft, FarmQuantity.RAIN, columns, row, "p_daily_calc");
                put(draft, FarmQuantity.SOLAR, columns, row, "solarad_daily");
                put(draft, FarmQuantity.HUMIDITY_MAXIMUM, columns, row, "rh_daily_max");
                put(draft, FarmQuantity.HUMIDITY_MINIMUM, columns, row, "rh_daily_min");
                for (int depth : DEPTHS_MILLIMETRES) {
                    draft.moisture(depth, field(columns, row, "soil_moisture_" + depth / 10 + "_daily"), 100);
                    draft.soil(depth, field(columns, row, "soil_temp_" + depth / 10 + "_daily"));
                }
                return Times.read(field(columns, row, "lst_date"));
            });
        }
        return FarmFile.of(FarmFileKind.USCRN, true, rows);
    }

    private static FarmFile product(String text) {
        List<String> lines = text.lines().toList();
        boolean hourly = lines.stream()
                .filter(line -> !line.isBlank())
                .findFirst()
                .filter(line -> line.trim().split("\\s+").length >= UscrnHourly.COLUMNS)
                .isPresent();
        if (hourly) {
            return UscrnHourly.read(lines);
        }
        RowCollector rows = new RowCollector();
        for (int i = 0; i < lines.size(); i++) {
            String[] fields = lines.get(i).trim().split("\\s+");
            if (!lines.get(i).isBlank()) {
                rows.add(i + 1, draft -> {
                    draft.put(FarmQuantity.AIR_MAXIMUM, fields[MAXIMUM]);
                    draft.put(FarmQuantity.AIR_MINIMUM, fields[MINIMUM]);
                    draft.put(FarmQuantity.RAIN, fields[RAIN]);
                    draft.put(FarmQuantity.SOLAR, fields[SOLAR]);
                    draft.put(FarmQuantity.HUMIDITY_MAXIMUM, fields[HUMIDITY_MAXIMUM]);
                    draft.put(FarmQuantity.HUMIDITY_MINIMUM, fields[HUMIDITY_MINIMUM]);
                    for (int depth = 0; depth < DEPTHS_MILLIMETRES.length; depth++) {
                        draft.moisture(DEPTHS_MILLIMETRES[depth], fields[MOISTURE + depth], 100);
                        draft.soil(DEPTHS_MILLIMETRES[depth], fields[SOIL + depth]);
                    }
                    return Times.read(fields[DATE]);
                });
            }
        }
        return FarmFile.of(FarmFileKind.USCRN, true, rows);
    }

    private static void put(
            RowCollector.Draft draft, FarmQuantity quantity, List<String> columns, CSVRecord row, String column) {
        draft.put(quantity, field(columns, row, column));
    }

    private static String field(List<String> columns, CSVRecord row, String column) {
        int place = columns.indexOf(column);
        return place < 0 ? "" : row.get(place);
    }
}
