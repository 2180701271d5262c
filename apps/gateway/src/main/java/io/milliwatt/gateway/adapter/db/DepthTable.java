package io.milliwatt.gateway.adapter.db;

import io.milliwatt.gateway.reception.ProbeDepths;
import io.milliwatt.gateway.reception.ProbeDepths.Depths;
import io.milliwatt.telemetry.FrameIdentity;
import jakarta.inject.Singleton;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.statement.PreparedBatch;

/** Where the probes of soil nodes lie, in the table {@code probe_depths}. */
@Singleton
public class DepthTable implements ProbeDepths.Store {
    private final Jdbi jdbi;

    DepthTable(Jdbi jdbi) {
        this.jdbi = jdbi;
    }

    @Override
    public List<Depths> all() {
        return jdbi.withHandle(
                handle -> handle.createQuery("select node, boot, sequence, millimetres from probe_depths")
                        .map((row, context) -> depths(row))
                        .list());
    }

    private static Depths depths(ResultSet row) throws SQLException {
        return new Depths(
                new FrameIdentity(row.getLong("node"), row.getLong("boot"), row.getLong("sequence")),
                List.of((Long[]) row.getArray("millimetres").getArray()));
    }

    @Override
    public void replace(List<Depths> depths) {
        jdbi.useTransaction(handle -> {
            PreparedBatch batch = handle.prepareBatch("""
                    insert into probe_depths (node, boot, sequence, millimetres)
                    values (:node, :boot, :sequence, :millimetres)
                    on conflict (node) do update set boot = excluded.boot, sequence = excluded.sequence,
                        millimetres = excluded.millimetres
                    """);
            depths.forEach(each -> batch.bind("node", each.told().node())
                    .bind("boot", each.told().boot())
                    .bind("sequence", each.told().sequence())
                    .bind("millimetres", each.millimetres().toArray(Long[]::new))
                    .add());
            batch.execute();
        });
    }
}
