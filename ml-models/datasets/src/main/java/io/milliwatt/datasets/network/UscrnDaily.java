package io.milliwatt.datasets.network;

import io.milliwatt.datasets.network.StationDays.Quantity;
import io.milliwatt.datasets.recording.RecordingException;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.apache.commons.csv.CSVRecord;

/**
 * Daily values of NOAA's US Climate Reference Network (Diamond et al. 2013, Bell et al. 2013) as one comma-separated table of many stations:
 * wban, lst_date, latitude, longitude, weather, and soil_moisture_D_daily and soil_temp_D_daily for D of 5, 10, 20, 50 and 100 cm.
 */
public final class UscrnDaily {
    private static final List<String> NEEDED = List.of("wban", "lst_date", "p_daily_calc", "soil_moisture_5_daily");

    private UscrnDaily() {}

    /** Whether a file begins like such a table. */
    public static boolean isOne(Path file) throws RecordingException {
        return CommaTable.columns(file).containsAll(NEEDED);
    }

    /** The stations in the order of their numbers. */
    public static List<StationDays> read(Path file) throws RecordingException {
        Map<String, List<CSVRecord>> rows = new LinkedHashMap<>();
        CommaTable.read(
                file,
                NEEDED,
                row -> rows.computeIfAbsent(row.get("wban"), key -> new ArrayList<>())
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
                rows.stream().map(row -> LocalDate.parse(row.get("lst_date"))).toList();
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
                days.put(dates.get(i), quantity, CommaTable.number(row, quantity.column()));
            }
            for (int depth = 0; depth < depths.length; depth++) {
                days.putMoisture(
                        dates.get(i), depth, CommaTable.number(row, "soil_moisture_" + depths[depth] + "_daily"));
                days.putSoilTemperature(
                        dates.get(i), depth, CommaTable.number(row, "soil_temp_" + depths[depth] + "_daily"));
            }
        }
        return days;
    }
}
