package io.milliwatt.irrigation.adapter.desk;

import io.milliwatt.irrigation.adapter.db.WeatherTable;
import io.milliwatt.irrigation.weather.StationYears;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.Map;

/** What each site's station has measured in ten years, read once for all its zones and remembered until it measures more, ten minutes at most. */
@ApplicationScoped
public class StationPast {

    private static final int YEARS = 10;
    /** Ten years are about half a megabyte. */
    private static final int REMEMBERED_SITES = 64;

    private static final float LOAD = 0.75f;

    private static final Duration REMEMBERED = Duration.ofMinutes(10);

    private final WeatherTable weather;
    private final Clock clock;
    private final Map<String, Past> known = new LinkedHashMap<>(REMEMBERED_SITES, LOAD, true) {
        @Override
        protected boolean removeEldestEntry(Map.Entry<String, Past> eldest) {
            return size() > REMEMBERED_SITES;
        }
    };

    private record Past(LocalDate today, long revision, Instant readAt, StationYears years) {
        boolean holds(LocalDate day, long newest, Instant now) {
            return today.equals(day) && revision == newest && now.isBefore(readAt.plus(REMEMBERED));
        }
    }

    StationPast(WeatherTable weather, Clock clock) {
        this.weather = weather;
        this.clock = clock;
    }

    /** The days before today. */
    public StationYears of(String siteId, LocalDate today) {
        Instant now = clock.instant();
        long revision = weather.revision(siteId);
        synchronized (known) {
            Past past = known.get(siteId);
            if (past != null && past.holds(today, revision, now)) {
                return past.years();
            }
        }
        StationYears years = StationYears.of(weather.days(siteId, today.minusYears(YEARS), today.minusDays(1)));
        synchronized (known) {
            known.put(siteId, new Past(today, revision, now, years));
        }
        return years;
    }
}
