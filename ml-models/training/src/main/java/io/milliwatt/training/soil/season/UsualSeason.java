package io.milliwatt.training.soil.season;

import io.milliwatt.datasets.field.FieldSeason;
import io.milliwatt.datasets.field.FieldWeather;
import io.milliwatt.datasets.field.FieldWeatherDay;
import io.milliwatt.datasets.recording.RecordingException;
import io.milliwatt.dsp.soil.balance.FieldDay;
import io.milliwatt.dsp.soil.crop.CropClimate;
import io.milliwatt.dsp.soil.evapotranspiration.Standard;
import io.milliwatt.dsp.soil.evapotranspiration.SunPosition;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * What a season usually brings: the mean of the years before it at the same station, a week to either side of the day. Without such years the last
 * days go on with the sun's course through the year, and it rains as much as it did so far.
 */
final class UsualSeason implements Outlook {
    private static final int LEAST_YEARS = 3;
    private static final int EITHER_SIDE_DAYS = 7;
    /** Usual rain is let fall on one day of so many, since a drizzle every day would only wet the surface. */
    private static final int DAYS_PER_RAIN = 10;

    private static final double SAME_LATITUDE_DEGREES = 0.05;
    private static final double SAME_ELEVATION_METRES = 50;
    /** Warmth follows the sun by about so many days; the last days' mean is that of a week ago. */
    private static final int WARMTH_AFTER_SUN_DAYS = 15;

    private static final int RECENT_DAYS_AGO = 7;
    private static final double LARGEST_REFERENCE = 15;

    private final FieldSeason season;
    private final List<FieldDay> usual;

    private UsualSeason(FieldSeason season, List<FieldDay> usual) {
        this.season = season;
        this.usual = usual;
    }

    /** @param stations whose records may hold earlier years of the season's own */
    static UsualSeason of(FieldSeason season, List<FieldWeather> stations) throws RecordingException {
        FieldWeather own = stations.stream()
                .filter(station -> same(season, station))
                .max(Comparator.comparingInt(station -> yearsBefore(season, station)))
                .filter(station -> yearsBefore(season, station) >= LEAST_YEARS)
                .orElse(null);
        return new UsualSeason(season, own == null ? List.of() : means(season, own));
    }

    boolean fromEarlierYears() {
        return !usual.isEmpty();
    }

    @Override
    public List<FieldDay> ahead(Morning morning) {
        if (fromEarlierYears()) {
            return usual.subList(morning.day(), morning.lastDay() + 1);
        }
        FieldDay recent = morning.usualDay();
        double sunThen = sun(Math.max(0, morning.day() - RECENT_DAYS_AGO));
        double rain =
                morning.past().stream().mapToDouble(FieldDay::rain).average().orElse(0);
        List<FieldDay> days = new ArrayList<>();
        for (int day = morning.day(); day <= morning.lastDay(); day++) {
            double reference = Math.min(LARGEST_REFERENCE, recent.reference() * sun(day) / sunThen);
            days.add(FieldDay.of(reference, rains(day) ? DAYS_PER_RAIN * rain : 0, recent.climate()));
        }
        return days;
    }

    private static boolean rains(int day) {
        return day % DAYS_PER_RAIN == DAYS_PER_RAIN / 2;
    }

    private double sun(int day) {
        int dayOfYear =
                season.start().plusDays(day).minusDays(WARMTH_AFTER_SUN_DAYS).getDayOfYear();
        return SunPosition.dailyRadiation(season.station().latitudeDegrees(), dayOfYear, Standard.FAO_56);
    }

    private static boolean same(FieldSeason season, FieldWeather station) {
        return station.reference() == season.settings().reference()
                && Math.abs(station.station().latitudeDegrees()
                                - season.station().latitudeDegrees())
                        < SAME_LATITUDE_DEGREES
                && Math.abs(station.station().elevationMetres()
                                - season.station().elevationMetres())
                        < SAME_ELEVATION_METRES;
    }

    /** Only whole years before that of planting. */
    private static int yearsBefore(FieldSeason season, FieldWeather station) {
        return Math.max(0, season.start().getYear() - station.days().firstKey().getYear());
    }

    private static List<FieldDay> means(FieldSeason season, FieldWeather station) throws RecordingException {
        List<FieldDay> days = new ArrayList<>();
        double rainSoFar = 0;
        for (int i = 0; i < season.days().size(); i++) {
            List<FieldWeatherDay> past =
                    around(season.start().plusDays(i), season.start().getYear(), station);
            double reference = 0;
            List<CropClimate> climates = new ArrayList<>();
            for (FieldWeatherDay day : past) {
                reference += day.reference(station) / past.size();
                climates.add(day.climate(station.windHeightMetres()));
            }
            rainSoFar +=
                    past.stream().mapToDouble(FieldWeatherDay::rain).average().orElse(0);
            days.add(FieldDay.of(reference, rains(i) ? rainSoFar : 0, CropClimate.mean(climates)));
            rainSoFar = rains(i) ? 0 : rainSoFar;
        }
        return days;
    }

    private static List<FieldWeatherDay> around(LocalDate date, int beforeYear, FieldWeather station) {
        List<FieldWeatherDay> past = new ArrayList<>();
        for (int year = station.days().firstKey().getYear(); year < beforeYear; year++) {
            LocalDate middle = date.withYear(year);
            past.addAll(station.days()
                    .subMap(middle.minusDays(EITHER_SIDE_DAYS), middle.plusDays(EITHER_SIDE_DAYS + 1L))
                    .values());
        }
        return past;
    }
}
