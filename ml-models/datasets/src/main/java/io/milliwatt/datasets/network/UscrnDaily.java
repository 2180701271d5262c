package io.milliwatt.datasets.network;

import io.milliwatt.datasets.network.StationDays.Quantity;
import io.milliwatt.datasets.recording.RecordingException;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.apache.commons.csv.CSVRecord;

/**
 * Daily values of NOAA's US Climate Reference Network (Diamond et al. 2013, Bell et al. 2013) as one comma-separated table of many stations:
 * wban (or wbanno), lst_date, latitude, longitude, weather, and soil_moisture_D_daily and soil_temp_D_daily for D of 5, 10, 20, 50 and 100 cm, in
 * small letters or capitals. A value that was not measured is empty, or the network's own −99 (soil moisture) or −9999.
 */
public final class UscrnDaily {
    private static final String STATION = "wban";
    private static final String STATION_IN_FULL = "wbanno";
    private static final List<String> NEEDED = List.of("lst_date", "p_daily_calc", "soil_moisture_5_daily");
    private static final double NOT_MEASURED = -9999;
    private static final double MOISTURE_NOT_MEASURED = -99;
    private static final int BASIC_DATE_LENGTH = 8;

    private UscrnDaily() {}

    /** Whether a file begins like such a table. */
    public static boolean isOne(Path file) throws RecordingException {
        List<String> columns = CommaTable.columns(file);
        return columns.containsAll(NEEDED) && (columns.contains(STATION) || columns.contains(STATION_IN_FULL));
    }

    /** The stations in the order of their numbers. */
    public static List<StationDays> read(Path file) throws RecordingException {
        Map<String, List<CSVRecord>> rows = new LinkedHashMap<>();
        String station = CommaTable.columns(file).contains(STATION_IN_FULL) ? STATION_IN_FULL : STATION;
        List<String> needed = new ArrayList<>(List.of(station));
        needed.addAll(NEEDED);
        CommaTable.read(
                file,
                needed,
                row -> rows.computeIfAbsent(row.get(station), key -> new ArrayList<>())
                        .add(row));
        List<StationDays> stations = new ArrayList<>();
        for (Map.Entry<String, List<CSVRecord>> entry : rows.entrySet()) {
            try {
                stations.add(station(entry.getKey(), entry.getValue()));
            } catch (RuntimeException e) {
                throw new RecordingException(
                        file.getFileName().toString(),
                        "cannot be read at station " + entry.getKey() + " (" + e.getMessage() + ")",
                        "Correct its rows or copy the file again.",
                        e);
            }
        }
        stations.sort(Comparator.comparing(StationDays::station));
        return stations;
    }

    private static StationDays station(String name, List<CSVRecord> rows) {
        List<LocalDate> dates =
                rows.stream().map(row -> date(row.get("lst_date"))).toList();
        StationDays days = new StationDays(
                name,
                CommaTable.number(rows.getFirst(), "latitude"),
                CommaTable.number(rows.getFirst(), "longitude"),
                dates.stream().min(LocalDate::compareTo).orElseThrow(),
                dates.stream().max(LocalDate::compareTo).orElseThrow());
        int[] depths = StationDays.depthsCentimetres();
        for (int i = 0; i < rows.size(); i++) {
            CSVRecord row = rows.get(i);
            for (Quantity quantity : Quantity.values()) {
                days.put(dates.get(i), quantity, measured(row, quantity.column(), NOT_MEASURED));
            }
            for (int depth = 0; depth < depths.length; depth++) {
                days.putMoisture(
                        dates.get(i),
                        depth,
                        measured(row, "soil_moisture_" + depths[depth] + "_daily", MOISTURE_NOT_MEASURED));
                days.putSoilTemperature(
                        dates.get(i), depth, measured(row, "soil_temp_" + depths[depth] + "_daily", NOT_MEASURED));
            }
        }
        return days;
    }

    private static LocalDate date(String field) {
        return field.length() == BASIC_DATE_LENGTH
                ? LocalDate.parse(field, DateTimeFormatter.BASIC_ISO_DATE)
                : LocalDate.parse(field);
    }

    /** @param mark at and below it nothing was measured */
    private static double measured(CSVRecord row, String column, double mark) {
        double value = CommaTable.number(row, column);
        return value <= mark ? Double.NaN : value;
    }
}
