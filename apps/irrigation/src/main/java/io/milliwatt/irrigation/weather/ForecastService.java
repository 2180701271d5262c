package io.milliwatt.irrigation.weather;

import io.milliwatt.irrigation.reason.Reason;
import io.milliwatt.irrigation.site.Site;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/** Somebody outside who says what weather comes. */
public interface ForecastService {

    /**
     * The days from today on. It may be called at any time and asks no more often than it has been set up to.
     *
     * @param past the station's own days, from the oldest
     */
    ForecastAnswer forecast(Site site, List<WeatherDay> past, LocalDate today, int days);

    /** How asking has gone for a site; empty where none is set up for it. Asks nobody. */
    Optional<Standing> standing(String siteId);

    /**
     * How a service does.
     *
     * @param lastGood when it last answered well; empty if never
     * @param trouble what is wrong now, for people; empty where nothing is
     */
    record Standing(Instant askedAt, Instant nextAt, Optional<Instant> lastGood, List<Reason> trouble) {
        public Standing {
            trouble = List.copyOf(trouble);
        }
    }
}
