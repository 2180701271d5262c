package io.milliwatt.irrigation.adapter.desk;

import io.milliwatt.irrigation.adapter.db.WeatherTable;
import io.milliwatt.irrigation.site.Site;
import io.milliwatt.irrigation.weather.Forecast;
import io.milliwatt.irrigation.weather.ForecastService;
import io.milliwatt.irrigation.weather.StationClimatology;
import io.milliwatt.irrigation.weather.WeatherDay;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Instance;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.core.Jdbi;

/** Asks for each site's forecast once a day: a provider where one is set up and answers, else the station's own climatology. */
@ApplicationScoped
public class ForecastDesk {

    private static final int DAYS = AccountDesk.FORECAST_DAYS + 1;
    private static final int YEARS_OF_PAST = 10;

    private final Jdbi jdbi;
    private final WeatherTable weather;
    private final Instance<ForecastService> providers;
    private final ForecastService climatology = new StationClimatology();

    ForecastDesk(Jdbi jdbi, WeatherTable weather, Instance<ForecastService> providers) {
        this.jdbi = jdbi;
        this.weather = weather;
        this.providers = providers;
    }

    /** Sees to it that today's word is there; what was said earlier stays. */
    public Optional<Forecast> today(Site site, LocalDate today) {
        List<WeatherDay> past = weather.days(site.id(), today.minusYears(YEARS_OF_PAST), today.minusDays(1));
        Optional<Forecast> said = providers.stream()
                .flatMap(provider -> provider.forecast(site, past, today, DAYS).stream())
                .findFirst()
                .or(() -> climatology.forecast(site, past, today, DAYS));
        said.ifPresent(forecast -> jdbi.useTransaction(handle -> weather.putForecast(handle, site.id(), forecast)));
        return said;
    }
}
