package io.milliwatt.irrigation.adapter.desk;

import io.milliwatt.irrigation.adapter.db.WeatherTable;
import io.milliwatt.irrigation.adapter.db.WeatherTable.Forecasted;
import io.milliwatt.irrigation.site.Site;
import io.milliwatt.irrigation.weather.Forecast;
import io.milliwatt.irrigation.weather.ForecastAnswer;
import io.milliwatt.irrigation.weather.ForecastDay;
import io.milliwatt.irrigation.weather.ForecastService;
import io.milliwatt.irrigation.weather.StationClimatology;
import io.milliwatt.irrigation.weather.WeatherDay;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Instance;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jdbi.v3.core.Jdbi;

/** Sees to each site's forecast: a service's word where one is set up and can be believed, else the station's own climatology. */
@ApplicationScoped
public class ForecastDesk {

    private static final int DAYS = AccountDesk.FORECAST_DAYS + 1;
    private static final int YEARS_OF_PAST = 10;

    private final Jdbi jdbi;
    private final WeatherTable weather;
    private final Instance<ForecastService> services;
    private final StationClimatology climatology = new StationClimatology();
    private final Clock clock;

    ForecastDesk(Jdbi jdbi, WeatherTable weather, Instance<ForecastService> services, Clock clock) {
        this.jdbi = jdbi;
        this.weather = weather;
        this.services = services;
        this.clock = clock;
    }

    /** Sees to it that the days from today on are told; what was said earlier stays. */
    public void look(Site site, LocalDate today) {
        Instant now = clock.instant();
        List<WeatherDay> past = weather.days(site.id(), today.minusYears(YEARS_OF_PAST), today.minusDays(1));
        boolean counts = services.stream()
                .map(service -> service.forecast(site, past, today, DAYS))
                .anyMatch(answer -> counts(site, answer, now));
        if (!counts) {
            jdbi.useTransaction(handle -> weather.forgetForecastHours(handle, site.id()));
        }
        climatology
                .forecast(past, today, DAYS)
                .map(usual -> counts ? beyond(site, usual) : unlessSaid(site, usual))
                .filter(usual -> !usual.days().isEmpty())
                .ifPresent(usual -> put(site, usual, now));
    }

    /** How the site's service does; empty where none is set up. */
    public Optional<ForecastService.Standing> standing(Site site) {
        return services.stream()
                .flatMap(service -> service.standing(site.id()).stream())
                .findFirst();
    }

    private boolean counts(Site site, ForecastAnswer answer, Instant now) {
        return switch (answer) {
            case ForecastAnswer.Told told -> {
                put(site, told.forecast(), now);
                yield true;
            }
            case ForecastAnswer.Stands _ -> true;
            case ForecastAnswer.Untold _, ForecastAnswer.Unasked _ -> false;
        };
    }

    /** Of days that the service does not reach. */
    private Forecast beyond(Site site, Forecast usual) {
        Set<LocalDate> said =
                newest(site, usual).stream().map(word -> word.day().day()).collect(Collectors.toSet());
        return with(
                usual,
                usual.days().stream().filter(day -> !said.contains(day.day())).toList());
    }

    /** Once a day, and again where a service has spoken since. */
    private Forecast unlessSaid(Site site, Forecast usual) {
        boolean said = newest(site, usual).stream()
                        .filter(word -> word.origin().equals(usual.origin().label())
                                && word.madeOn().equals(usual.madeOn()))
                        .count()
                == usual.days().size();
        return with(usual, said ? List.of() : usual.days());
    }

    private List<Forecasted> newest(Site site, Forecast usual) {
        return weather.forecasts(
                site.id(), usual.madeOn(), usual.days().getLast().day());
    }

    private void put(Site site, Forecast forecast, Instant now) {
        jdbi.useTransaction(handle -> weather.putForecast(handle, site.id(), forecast, now));
    }

    private static Forecast with(Forecast usual, List<ForecastDay> days) {
        return new Forecast(usual.origin(), usual.madeOn(), usual.yearsOfPast(), days);
    }
}
