package io.milliwatt.datasets.farm;

import java.time.LocalDateTime;
import java.time.LocalTime;
import java.util.List;

/**
 * One station's hours of NOAA's US Climate Reference Network as its product hourly02, whose 38 columns have no names (NOAA, readme of hourly02). An hour
 * is told by its end in UTC. There is no wind. −9999 and −99999 stand for missing values.
 */
final class UscrnHourly {
    /** Its number of columns, by which it is told from the product of days. */
    static final int COLUMNS = 38;

    private static final int[] DEPTHS_MILLIMETRES = {50, 100, 200, 500, 1000};
    private static final int DATE = 1;
    private static final int TIME = 2;
    private static final int TEMPERATURE = 9;
    private static final int RAIN = 12;
    /** Mean of the hour, W/m². */
    private static final int SOLAR = 13;

    private static final int HUMIDITY = 26;
    private static final int MOISTURE = 28;
    private static final int SOIL = 33;
    private static final double MEGAJOULES_PER_WATT_HOUR = 0.0036;
    private static final double MISSING = -999;

    private UscrnHourly() {}

    static FarmFile read(List<String> lines) {
        RowCollector rows = new RowCollector();
        for (int i = 0; i < lines.size(); i++) {
            String[] fields = lines.get(i).trim().split("\\s+");
            if (!lines.get(i).isBlank()) {
                rows.add(i + 1, draft -> {
                    draft.put(FarmQuantity.AIR, fields[TEMPERATURE]);
                    draft.put(FarmQuantity.RAIN, fields[RAIN]);
                    boolean sun = Double.parseDouble(fields[SOLAR]) > MISSING;
                    draft.put(FarmQuantity.SOLAR, fields[SOLAR], sun ? MEGAJOULES_PER_WATT_HOUR : 1, 0);
                    draft.put(FarmQuantity.HUMIDITY, fields[HUMIDITY]);
                    for (int depth = 0; depth < DEPTHS_MILLIMETRES.length; depth++) {
                        draft.moisture(DEPTHS_MILLIMETRES[depth], fields[MOISTURE + depth], 100);
                        draft.soil(DEPTHS_MILLIMETRES[depth], fields[SOIL + depth]);
                    }
                    return ended(fields[DATE], fields[TIME]);
                });
            }
        }
        return new FarmFile(FarmFileKind.USCRN, false, true, 2, rows.rows(), List.of(), rows.damaged());
    }

    /** Times are written as 0100. */
    private static LocalDateTime ended(String date, String time) {
        int clock = Integer.parseInt(time);
        return Times.date(date).atTime(LocalTime.of(clock / 100, clock % 100));
    }
}
