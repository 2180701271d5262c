package io.milliwatt.gateway.adapter.db;

import io.milliwatt.gateway.reception.WindowState;
import io.milliwatt.gateway.reception.WindowStore;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.stream.Collectors;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.statement.PreparedBatch;

/** The windows in the table {@code sequence_window}. */
@Singleton
public class WindowTable implements WindowStore {
    private final Jdbi jdbi;

    WindowTable(Jdbi jdbi) {
        this.jdbi = jdbi;
    }

    @Override
    public List<WindowState> all() {
        return jdbi.withHandle(handle -> handle.createQuery("select node, boot, highest, seen from sequence_window")
                .map((row, context) -> new WindowState(
                        row.getLong("node"), row.getLong("boot"), row.getLong("highest"), row.getBytes("seen")))
                .list());
    }

    @Override
    public void replace(List<WindowState> states) {
        jdbi.useTransaction(handle -> {
            PreparedBatch batch = handle.prepareBatch("""
                    insert into sequence_window (node, boot, highest, seen) values (:node, :boot, :highest, :seen)
                    on conflict (node, boot) do update set highest = excluded.highest, seen = excluded.seen
                    """);
            states.forEach(state -> batch.bind("node", state.node())
                    .bind("boot", state.boot())
                    .bind("highest", state.highest())
                    .bind("seen", state.seen())
                    .add());
            batch.execute();
            PreparedBatch forgotten =
                    handle.prepareBatch("delete from sequence_window where node = :node and boot < :boot");
            states.stream()
                    .collect(Collectors.toMap(WindowState::node, WindowState::boot, Math::min))
                    .forEach((node, oldestBoot) -> forgotten
                            .bind("node", node)
                            .bind("boot", oldestBoot)
                            .add());
            forgotten.execute();
        });
    }
}
