package io.milliwatt.irrigation.outlook;

import io.milliwatt.dsp.soil.evapotranspiration.Standard;
import io.milliwatt.dsp.soil.evapotranspiration.SunPosition;
import io.milliwatt.dsp.soil.frost.FrostForecast;
import io.milliwatt.dsp.soil.frost.FrostNight;
import io.milliwatt.dsp.soil.frost.HumidAir;
import io.milliwatt.irrigation.site.Site;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.TreeMap;

/**
 * The least temperature of the night that has begun, from temperature and dew point two hours after sunset, by the station's own last sixty nights
 * (Snyder and de Melo-Abreu 2005). They fit clear, calm nights; here all nights are taken, since clouds are not measured, and the standard error tells
 * what that costs.
 *
 * @param at sunrise, when nights are coldest
 * @param dewPointCelsius of the evening
 * @param standardErrorCelsius of the fit
 */
public record EveningFrost(double leastCelsius, Instant at, double dewPointCelsius, double standardErrorCelsius) {

    private static final int NIGHTS = 60;
    private static final int LEAST_NIGHTS = 20;
    private static final int LEAST_READINGS = 6;
    private static final Duration AFTER_SUNSET = Duration.ofHours(2);
    private static final Duration NEAR = Duration.ofMinutes(40);
    private static final double HOURS_PER_RADIAN = 12 / Math.PI;
    private static final double SECONDS_PER_HOUR = 3600;
    private static final double UTC_NOON = 12;

    /** How far back rows are wanted. */
    public static final Duration LOOKED_BACK = Duration.ofDays(NIGHTS + 2L);

    /**
     * @param measured rows of the station, of an hour or less
     * @return empty in the day, before two hours after sunset, without humidity, and with fewer than twenty nights known
     */
    public static Optional<EveningFrost> of(Site site, List<Hour> measured, Instant now) {
        NavigableMap<Instant, Hour> rows = new TreeMap<>();
        measured.stream()
                .filter(hour -> hour.humidityPercent().orElse(0) > 0
                        && hour.humidityPercent().getAsDouble() <= 100)
                .forEach(hour -> rows.put(hour.at(), hour));
        LocalDate date = site.dateAt(now);
        for (LocalDate evening : List.of(date, date.minusDays(1))) {
            Instant end = sunrise(site, evening.plusDays(1));
            Optional<Hour> begin = evening(site, evening, rows);
            if (begin.isPresent() && !now.isBefore(begin.get().at()) && now.isBefore(end)) {
                return fit(site, evening, rows).map(fit -> tonight(fit, begin.get(), end));
            }
        }
        return Optional.empty();
    }

    private static EveningFrost tonight(FrostForecast fit, Hour begin, Instant sunrise) {
        double dewPoint = dewPoint(begin);
        return new EveningFrost(
                Math.min(begin.celsius(), fit.minimumCelsius(begin.celsius(), dewPoint)),
                sunrise,
                dewPoint,
                fit.standardError());
    }

    private static Optional<FrostForecast> fit(Site site, LocalDate tonight, NavigableMap<Instant, Hour> rows) {
        List<FrostNight> nights = new ArrayList<>();
        for (int back = 1; back <= NIGHTS; back++) {
            LocalDate evening = tonight.minusDays(back);
            evening(site, evening, rows).ifPresent(begin -> {
                Instant end = sunrise(site, evening.plusDays(1)).plus(Duration.ofHours(1));
                var night = rows.subMap(begin.at(), true, end, true).values();
                if (night.size() >= LEAST_READINGS) {
                    nights.add(new FrostNight(
                            begin.celsius(),
                            dewPoint(begin),
                            night.stream().mapToDouble(Hour::celsius).min().orElseThrow()));
                }
            });
        }
        if (nights.size() < LEAST_NIGHTS) {
            return Optional.empty();
        }
        try {
            return Optional.of(FrostForecast.fit(nights));
        } catch (IllegalArgumentException tooMuchAlike) {
            return Optional.empty();
        }
    }

    /** The row nearest to two hours after sunset. */
    private static Optional<Hour> evening(Site site, LocalDate date, NavigableMap<Instant, Hour> rows) {
        Instant wanted = sunset(site, date).plus(AFTER_SUNSET);
        return rows.subMap(wanted.minus(NEAR), true, wanted.plus(NEAR), true).values().stream()
                .min(Comparator.comparing(
                        hour -> Duration.between(wanted, hour.at()).abs()));
    }

    private static double dewPoint(Hour hour) {
        return new HumidAir(hour.celsius(), hour.humidityPercent().orElseThrow()).dewPointCelsius();
    }

    private static Instant sunset(Site site, LocalDate date) {
        return fromNoon(site, date, 1);
    }

    private static Instant sunrise(Site site, LocalDate date) {
        return fromNoon(site, date, -1);
    }

    private static Instant fromNoon(Site site, LocalDate date, int direction) {
        int day = date.getDayOfYear();
        double noon = UTC_NOON
                - HOURS_PER_RADIAN
                        * SunPosition.hourAngle(UTC_NOON, site.position().longitudeDegrees(), day);
        double half =
                HOURS_PER_RADIAN * SunPosition.sunsetHourAngle(site.position().latitudeDegrees(), day, Standard.FAO_56);
        return date.atStartOfDay(ZoneOffset.UTC)
                .toInstant()
                .plusSeconds(Math.round((noon + direction * half) * SECONDS_PER_HOUR));
    }
}
