package io.milliwatt.irrigation.adapter.db;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import org.jdbi.v3.core.Jdbi;

/** At which depths a probe lay since when. */
@ApplicationScoped
public class PlacementTable {

    private final Jdbi jdbi;

    PlacementTable(Jdbi jdbi) {
        this.jdbi = jdbi;
    }

    public record Placement(Instant since, List<Integer> depthsMillimetres) {}

    /** The latest first. */
    public List<Placement> of(String probeId) {
        return jdbi.withHandle(handle -> handle.createQuery(
                        "SELECT since, depths_millimetres FROM probe_placement WHERE probe_id = :id ORDER BY since DESC")
                .bind("id", probeId)
                .map((row, context) -> new Placement(row.getTimestamp(1).toInstant(), Arrays.asList((Integer[])
                        row.getArray(2).getArray())))
                .list());
    }
}
