package io.milliwatt.gateway.adapter.db;

import jakarta.inject.Singleton;
import java.time.Instant;
import org.jdbi.v3.core.Jdbi;

/** The table {@code gateway_start}: a boot number that grows even if the clock goes back. */
@Singleton
public class GatewayStart {
    private final Jdbi jdbi;

    GatewayStart(Jdbi jdbi) {
        this.jdbi = jdbi;
    }

    /** The boot number of this start, in seconds since 1970 unless an earlier start had a later one. */
    long next(Instant now) {
        return jdbi.withHandle(handle -> handle.createQuery("""
                        insert into gateway_start (boot) values (:now)
                        on conflict (only_row) do update set boot = greatest(:now, gateway_start.boot + 1)
                        returning boot
                        """)
                .bind("now", now.getEpochSecond())
                .mapTo(Long.class)
                .one());
    }
}
