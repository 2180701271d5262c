package io.milliwatt.irrigation.adapter.db;

import io.milliwatt.irrigation.probe.SensorDay;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;

/** Probes' days, so that a look over months does not read months of readings. */
@ApplicationScoped
public class SensorDayTable {

    private final Jdbi jdbi;

    SensorDayTable(Jdbi jdbi) {
        this.jdbi = jdbi;
    }

    /** A day that is told again, since readings come late, replaces the earlier word. */
    public void put(Handle handle, String probeId, List<SensorDay> days) {
        if (days.isEmpty()) {
            return;
        }
        var batch = handle.prepareBatch(
                "INSERT INTO sensor_day (probe_id, day, water_content, soil_celsius, air_celsius,"
                        + " rain_millimetres, water_millimetres) VALUES (:probe, :day, :contents, :temperatures, :air, :rain, :water)"
                        + " ON CONFLICT (probe_id, day) DO UPDATE SET water_content = excluded.water_content,"
                        + " soil_celsius = excluded.soil_celsius, air_celsius = excluded.air_celsius,"
                        + " rain_millimetres = excluded.rain_millimetres, water_millimetres = excluded.water_millimetres");
        days.forEach(day -> batch.bind("probe", probeId)
                .bind("day", day.day())
                .bind("contents", day.waterContent().toArray(Double[]::new))
                .bind("temperatures", day.soilCelsius().toArray(Double[]::new))
                .bind("air", day.airCelsius())
                .bind("rain", day.rainMillimetres())
                .bind("water", day.waterMillimetres())
                .add());
        batch.execute();
    }

    /** From the oldest; days of which nothing is stored are left out. */
    public List<SensorDay> of(String probeId, LocalDate from, LocalDate to) {
        return jdbi.withHandle(handle -> handle.createQuery(
                        "SELECT * FROM sensor_day WHERE probe_id = :probe AND day >= :from AND day <= :to ORDER BY day")
                .bind("probe", probeId)
                .bind("from", from)
                .bind("to", to)
                .map((row, context) -> new SensorDay(
                        row.getObject("day", LocalDate.class),
                        list(row, "water_content"),
                        list(row, "soil_celsius"),
                        row.getDouble("air_celsius"),
                        row.getDouble("rain_millimetres"),
                        row.getDouble("water_millimetres")))
                .list());
    }

    private static List<Double> list(ResultSet row, String column) throws SQLException {
        return Arrays.asList((Double[]) row.getArray(column).getArray());
    }
}
