package io.milliwatt.irrigation.adapter.db;

import io.milliwatt.irrigation.outlook.Disease;
import io.milliwatt.irrigation.outlook.Spray;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;

/** What was sprayed where. */
@ApplicationScoped
public class SprayTable {

    private final Jdbi jdbi;
    private final Clock clock;

    SprayTable(Jdbi jdbi, Clock clock) {
        this.jdbi = jdbi;
        this.clock = clock;
    }

    /** A treatment with its number. */
    public record Stored(long id, Spray spray) {}

    public long add(Handle handle, String zoneId, Spray spray, String by) {
        return handle.createQuery("INSERT INTO spray (zone_id, applied_on, product, target, residual_days, by_user, at)"
                        + " VALUES (:zone, :on, :product, :target, :days, :by, :now) RETURNING id")
                .bind("zone", zoneId)
                .bind("on", spray.on())
                .bind("product", spray.product())
                .bind("target", spray.target().label())
                .bind("days", spray.residualDays())
                .bind("by", by)
                .bind("now", clock.instant())
                .mapTo(Long.class)
                .one();
    }

    /** Whether there was one. */
    public boolean remove(Handle handle, long id) {
        return handle.createUpdate("DELETE FROM spray WHERE id = :id")
                        .bind("id", id)
                        .execute()
                > 0;
    }

    /** Newest first. */
    public List<Stored> ofZone(String zoneId) {
        return jdbi.withHandle(handle -> handle.createQuery(
                        "SELECT * FROM spray WHERE zone_id = :zone ORDER BY applied_on DESC, id DESC")
                .bind("zone", zoneId)
                .map((row, context) -> new Stored(
                        row.getLong("id"),
                        new Spray(
                                row.getObject("applied_on", LocalDate.class),
                                row.getString("product"),
                                Disease.fromLabel(row.getString("target")),
                                row.getInt("residual_days"))))
                .list());
    }
}
