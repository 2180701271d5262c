package io.milliwatt.irrigation.adapter.db;

import io.milliwatt.platform.storage.PartitionedTable;
import jakarta.enterprise.context.Dependent;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.time.Duration;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** The tables of this app that are partitioned by time. */
@Dependent
class IrrigationTables {

    /** By the month: seasons are looked back on, and a farm of thousands of nodes makes some million rows a day. */
    @Produces
    @Singleton
    PartitionedTable soilReadings(
            @ConfigProperty(name = "milliwatt.retention.soil-days", defaultValue = "800") int days) {
        return new PartitionedTable(SoilReadingTable.NAME, PartitionedTable.Period.MONTH, Duration.ofDays(days));
    }
}
