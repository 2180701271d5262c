package io.milliwatt.irrigation.adapter.desk;

import io.milliwatt.irrigation.adapter.db.FarmDirectory;
import io.milliwatt.irrigation.site.Site;
import io.milliwatt.platform.storage.SchemaMigration;
import io.quarkus.scheduler.Scheduled;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import org.jboss.logging.Logger;

/** Looks every few minutes whether a site's forecast is due, so that a service that is slow holds up nobody's advice. */
@ApplicationScoped
class ForecastRound {

    private static final Logger LOG = Logger.getLogger(ForecastRound.class);

    private final FarmDirectory directory;
    private final ForecastDesk forecasts;
    private final SchemaMigration schema;
    private final Clock clock;

    ForecastRound(FarmDirectory directory, ForecastDesk forecasts, SchemaMigration schema, Clock clock) {
        this.directory = directory;
        this.forecasts = forecasts;
        this.schema = schema;
        this.clock = clock;
    }

    @Scheduled(
            every = "{milliwatt.forecast.look-every:5m}",
            delayed = "15s",
            concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    void look() {
        if (!schema.isDone()) {
            return;
        }
        for (Site site : directory.farm().sites()) {
            try {
                forecasts.look(site, site.dateAt(clock.instant()));
            } catch (RuntimeException failure) {
                LOG.warnf("There is no forecast for the site %s: %s", site.id(), failure.getMessage());
            }
        }
    }
}
