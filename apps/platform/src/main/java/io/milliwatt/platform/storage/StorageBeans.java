package io.milliwatt.platform.storage;

import io.agroal.api.AgroalDataSource;
import io.quarkus.arc.properties.IfBuildProperty;
import jakarta.enterprise.context.Dependent;
import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.Instance;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jdbi.v3.core.Jdbi;

/** Makes the tables of this room available to the app. */
@Dependent
@IfBuildProperty(name = "milliwatt.platform.storage", stringValue = "true")
class StorageBeans {

    @Produces
    @Singleton
    Clock clock() {
        return Clock.systemUTC();
    }

    @Produces
    @Singleton
    Jdbi jdbi(AgroalDataSource dataSource) {
        return Database.on(dataSource);
    }

    @Produces
    @Singleton
    TimePartitions partitions(
            Jdbi jdbi,
            @Any Instance<PartitionedTable> ofTheApp,
            @ConfigProperty(name = "milliwatt.retention.raw-days", defaultValue = "90") int rawDays,
            @ConfigProperty(name = "milliwatt.retention.trend-days", defaultValue = "800") int trendDays) {
        Duration raw = Duration.ofDays(rawDays);
        List<PartitionedTable> tables = new ArrayList<>(List.of(
                new PartitionedTable("frame", PartitionedTable.Period.DAY, raw),
                new PartitionedTable(FeatureTable.NAME, PartitionedTable.Period.DAY, raw),
                new PartitionedTable(WaveformTable.NAME, PartitionedTable.Period.DAY, raw),
                new PartitionedTable(TrendTable.MINUTES, PartitionedTable.Period.MONTH, Duration.ofDays(trendDays))));
        ofTheApp.forEach(tables::add);
        return new TimePartitions(jdbi, tables);
    }

    @Produces
    @Singleton
    FeatureTable features(TimePartitions partitions) {
        return new FeatureTable(partitions);
    }

    @Produces
    @Singleton
    TrendTable trends(Jdbi jdbi, TimePartitions partitions) {
        return new TrendTable(jdbi, partitions);
    }

    @Produces
    @Singleton
    WaveformTable waveforms(TimePartitions partitions, TrendTable trends) {
        return new WaveformTable(partitions, trends);
    }

    @Produces
    @Singleton
    WaveformReader waveformReader(Jdbi jdbi) {
        return new WaveformReader(jdbi);
    }

    @Produces
    @Singleton
    WaveformZoom waveformZoom(Jdbi jdbi, TrendTable trends) {
        return new WaveformZoom(jdbi, trends);
    }

    @Produces
    @Singleton
    NodeStateTable nodeStates(Jdbi jdbi) {
        return new NodeStateTable(jdbi);
    }
}
