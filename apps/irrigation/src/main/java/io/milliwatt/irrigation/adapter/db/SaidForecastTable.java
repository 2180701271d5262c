package io.milliwatt.irrigation.adapter.db;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.LocalDate;
import java.util.List;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;

/** Forecasts of soil water as they were said; the first word of a day counts and is never changed. */
@ApplicationScoped
public class SaidForecastTable {

    private static final double HUNDREDTH_PERCENT = 10_000;

    private final Jdbi jdbi;

    SaidForecastTable(Jdbi jdbi) {
        this.jdbi = jdbi;
    }

    /**
     * By a node, of one depth; changes as the frame tells them, in 0.01 % of volume.
     *
     * @param day that had ended, from whose mean the changes count
     */
    public record ByNode(
            String probeId, LocalDate day, int channel, long inOneDay, long inThreeDays, long inSevenDays) {

        /** m³/m³ after 1, 3 or 7 days. */
        public double change(int horizonDays) {
            return switch (horizonDays) {
                        case 1 -> inOneDay;
                        case 3 -> inThreeDays;
                        case 7 -> inSevenDays;
                        default ->
                            throw new IllegalArgumentException(
                                    "A node forecasts 1, 3 and 7 days, not " + horizonDays + ".");
                    }
                    / HUNDREDTH_PERCENT;
        }
    }

    /** By a zone's account, mm: the depletion when it was said, and that of the evening so many days later. */
    public record ByAccount(LocalDate madeOn, int horizonDays, double standing, double depletion) {}

    public void addByNodes(Handle handle, List<ByNode> said) {
        if (said.isEmpty()) {
            return;
        }
        var batch = handle.prepareBatch("INSERT INTO soil_forecast (probe_id, day, channel, in_one_day, in_three_days,"
                + " in_seven_days) VALUES (:probe, :day, :channel, :one, :three, :seven) ON CONFLICT DO NOTHING");
        said.forEach(one -> batch.bind("probe", one.probeId())
                .bind("day", one.day())
                .bind("channel", one.channel())
                .bind("one", one.inOneDay())
                .bind("three", one.inThreeDays())
                .bind("seven", one.inSevenDays())
                .add());
        batch.execute();
    }

    public void addByAccount(Handle handle, String zoneId, List<ByAccount> said) {
        if (said.isEmpty()) {
            return;
        }
        var batch = handle.prepareBatch("INSERT INTO depletion_forecast (zone_id, made_on, horizon_days,"
                + " standing_millimetres, depletion_millimetres) VALUES (:zone, :made, :horizon, :standing, :depletion)"
                + " ON CONFLICT DO NOTHING");
        said.forEach(one -> batch.bind("zone", zoneId)
                .bind("made", one.madeOn())
                .bind("horizon", one.horizonDays())
                .bind("standing", one.standing())
                .bind("depletion", one.depletion())
                .add());
        batch.execute();
    }

    public List<ByNode> byNode(String probeId, LocalDate from) {
        return jdbi.withHandle(handle -> handle.createQuery(
                        "SELECT * FROM soil_forecast WHERE probe_id = :probe AND day >= :from ORDER BY day, channel")
                .bind("probe", probeId)
                .bind("from", from)
                .map((row, context) -> new ByNode(
                        row.getString("probe_id"),
                        row.getObject("day", LocalDate.class),
                        row.getInt("channel"),
                        row.getLong("in_one_day"),
                        row.getLong("in_three_days"),
                        row.getLong("in_seven_days")))
                .list());
    }

    public List<ByAccount> byAccount(String zoneId, LocalDate from) {
        return jdbi.withHandle(handle -> handle.createQuery("SELECT * FROM depletion_forecast WHERE zone_id = :zone"
                        + " AND made_on >= :from ORDER BY made_on, horizon_days")
                .bind("zone", zoneId)
                .bind("from", from)
                .map((row, context) -> new ByAccount(
                        row.getObject("made_on", LocalDate.class),
                        row.getInt("horizon_days"),
                        row.getDouble("standing_millimetres"),
                        row.getDouble("depletion_millimetres")))
                .list());
    }
}
