package io.milliwatt.dsp.soil.plan;

import io.milliwatt.dsp.soil.balance.FieldDay;
import io.milliwatt.dsp.soil.crop.CropClimate;
import io.milliwatt.dsp.soil.evapotranspiration.Standard;
import io.milliwatt.dsp.soil.evapotranspiration.SunPosition;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.SortedMap;

/**
 * What a season usually brings: the mean of the years before it at the same station, a week to either side of the day. Without such years the last
 * days go on with the sun's course through the year, and it rains as much as it did so far.
 */
public final class UsualSeason {
    /** Before the year of planting. */
    public static final int LEAST_YEARS = 3;

    private static final int EITHER_SIDE_DAYS = 7;
    /** A station with gaps must tell so many days around each date, or its years do not count. */
    private static final int LEAST_DAYS_AROUND = 5;
    /** Usual rain is let fall on one day of so many, since a drizzle every day would only wet the surface. */
    private static final int DAYS_PER_RAIN = 10;

    /** Warmth follows the sun by about so many days; the last days' mean is that of a week ago. */
    private static final int WARMTH_AFTER_SUN_DAYS = 15;

    private static final int RECENT_DAYS_AGO = 7;
    private static final double LARGEST_REFERENCE = 15;

    private final LocalDate planted;
    private final double latitudeDegrees;
    private final List<FieldDay> usual;

    private UsualSeason(LocalDate planted, double latitudeDegrees, List<FieldDay> usual) {
        this.planted = planted;
        this.latitudeDegrees = latitudeDegrees;
        this.usual = usual;
    }

    /**
     * @param days of the season, from planting on
     * @param station its days by date; those of the year of planting and after are not looked at
     */
    public static UsualSeason of(
            LocalDate planted, int days, double latitudeDegrees, SortedMap<LocalDate, StationDay> station) {
        return new UsualSeason(
                planted,
                latitudeDegrees,
                yearsBefore(planted, station) < LEAST_YEARS ? List.of() : means(planted, days, station));
    }

    /** Only whole years before that of planting. */
    public static int yearsBefore(LocalDate planted, SortedMap<LocalDate, ?> station) {
        return station.isEmpty()
                ? 0
                : Math.max(0, planted.getYear() - station.firstKey().getYear());
    }

    public boolean fromEarlierYears() {
        return !usual.isEmpty();
    }

    /**
     * The days from one of the season to its last, without irrigation.
     *
     * @param past days before it as far as they are known, the last one last
     */
    public List<FieldDay> ahead(int day, int lastDay, List<FieldDay> past) {
        if (fromEarlierYears()) {
            return usual.subList(day, lastDay + 1);
        }
        FieldDay recent = UsualDay.after(past);
        double sunThen = sun(Math.max(0, day - RECENT_DAYS_AGO));
        double rain = past.stream().mapToDouble(FieldDay::rain).average().orElse(0);
        List<FieldDay> days = new ArrayList<>();
        for (int ahead = day; ahead <= lastDay; ahead++) {
            double reference = Math.min(LARGEST_REFERENCE, recent.reference() * sun(ahead) / sunThen);
            days.add(FieldDay.of(reference, rains(ahead) ? DAYS_PER_RAIN * rain : 0, recent.climate()));
        }
        return days;
    }

    private static boolean rains(int day) {
        return day % DAYS_PER_RAIN == DAYS_PER_RAIN / 2;
    }

    private double sun(int day) {
        int dayOfYear = planted.plusDays(day).minusDays(WARMTH_AFTER_SUN_DAYS).getDayOfYear();
        return SunPosition.dailyRadiation(latitudeDegrees, dayOfYear, Standard.FAO_56);
    }

    private static List<FieldDay> means(LocalDate planted, int length, SortedMap<LocalDate, StationDay> station) {
        List<FieldDay> days = new ArrayList<>();
        double rainSoFar = 0;
        for (int i = 0; i < length; i++) {
            List<StationDay> past = around(planted.plusDays(i), planted.getYear(), station);
            if (past.size() < LEAST_DAYS_AROUND) {
                return List.of();
            }
            double reference = 0;
            List<CropClimate> climates = new ArrayList<>();
            for (StationDay day : past) {
                reference += day.reference() / past.size();
                climates.add(day.climate());
            }
            rainSoFar += past.stream().mapToDouble(StationDay::rain).average().orElse(0);
            days.add(FieldDay.of(reference, rains(i) ? rainSoFar : 0, CropClimate.mean(climates)));
            rainSoFar = rains(i) ? 0 : rainSoFar;
        }
        return days;
    }

    private static List<StationDay> around(LocalDate date, int beforeYear, SortedMap<LocalDate, StationDay> station) {
        List<StationDay> past = new ArrayList<>();
        for (int year = station.firstKey().getYear(); year < beforeYear; year++) {
            LocalDate middle = date.withYear(year);
            Collection<StationDay> near = station.subMap(
                            middle.minusDays(EITHER_SIDE_DAYS), middle.plusDays(EITHER_SIDE_DAYS + 1L))
                    .values();
            past.addAll(near);
        }
        return past;
    }
}
