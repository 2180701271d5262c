package io.milliwatt.platform.storage;

import io.milliwatt.testkit.EmbeddedDatabase;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.time.Duration;
import java.util.List;
import org.flywaydb.core.Flyway;
import org.jdbi.v3.core.Jdbi;

/** One PostgreSQL for all tests of this module, with a fresh database and the platform's tables for each who asks. */
public final class TestDatabase {

    private static final EmbeddedPostgres POSTGRES = EmbeddedDatabase.begin();
    private static int databases;

    private TestDatabase() {}

    /** A database of one's own, migrated. */
    public static synchronized Jdbi fresh() {
        String name = "test" + databases++;
        Jdbi admin = Jdbi.create(POSTGRES.getPostgresDatabase());
        admin.useHandle(handle -> handle.execute("CREATE DATABASE " + name));
        var dataSource = POSTGRES.getDatabase("postgres", name);
        Flyway.configure()
                .dataSource(dataSource)
                .locations("db/platform")
                .load()
                .migrate();
        return Database.on(dataSource);
    }

    /** All tables of the platform, raw values for 90 days. */
    public static TimePartitions partitions(Jdbi jdbi) {
        Duration days = Duration.ofDays(90);
        return new TimePartitions(
                jdbi,
                List.of(
                        new PartitionedTable("frame", PartitionedTable.Period.DAY, days),
                        new PartitionedTable(FeatureTable.NAME, PartitionedTable.Period.DAY, days),
                        new PartitionedTable(WaveformTable.NAME, PartitionedTable.Period.DAY, days),
                        new PartitionedTable(TrendTable.MINUTES, PartitionedTable.Period.MONTH, days)));
    }
}
