package io.milliwatt.ecg.adapter.db;

import io.milliwatt.platform.storage.PartitionedTable;
import jakarta.enterprise.context.Dependent;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.time.Duration;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** The tables of this app that are partitioned by time. */
@Dependent
class EcgTables {

    @Produces
    @Singleton
    PartitionedTable beats(@ConfigProperty(name = "milliwatt.retention.raw-days", defaultValue = "90") int days) {
        return new PartitionedTable(BeatTable.NAME, PartitionedTable.Period.DAY, Duration.ofDays(days));
    }

    @Produces
    @Singleton
    PartitionedTable vitalSigns(@ConfigProperty(name = "milliwatt.retention.raw-days", defaultValue = "90") int days) {
        return new PartitionedTable(VitalSignsTable.NAME, PartitionedTable.Period.MONTH, Duration.ofDays(days));
    }
}
