package io.milliwatt.irrigation.weather;

import io.milliwatt.irrigation.site.Site;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/** Somebody who says what weather comes. */
public interface ForecastService {

    /**
     * The days from today on.
     *
     * @param past the station's own days, from the oldest
     * @return empty where nothing can be said, such as without any past or while a provider does not answer
     */
    Optional<Forecast> forecast(Site site, List<WeatherDay> past, LocalDate today, int days);
}
