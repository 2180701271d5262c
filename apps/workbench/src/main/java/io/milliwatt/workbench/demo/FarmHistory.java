package io.milliwatt.workbench.demo;

import java.time.LocalDate;
import java.util.Locale;
import java.util.Random;

/** What an invented farm has behind it, as the tables that a station and a log of irrigation would hold: the same every time for the same days. */
final class FarmHistory {
    private static final int WEATHER_DAYS = 400;
    private static final int IRRIGATION_DAYS = 70;
    private static final double RAINY_DAYS = 0.1;
    private static final double RAIN_MILLIMETRES = 6;
    private static final int WARMEST_DAY_SOUTH = 15;
    private static final int DAYS_PER_YEAR = 365;

    private FarmHistory() {}

    /** Daily weather until and with {@code today}: warm and dry when it is summer there. */
    static String weather(Farm farm, LocalDate today) {
        StringBuilder table = new StringBuilder("date,tmin,tmax,rhmin,rhmax,wind,solar,rain\n");
        for (LocalDate day = today.minusDays(WEATHER_DAYS); !day.isAfter(today); day = day.plusDays(1)) {
            Random chance = new Random(day.toEpochDay());
            int shift = farm.latitudeDegrees() < 0 ? WARMEST_DAY_SOUTH : WARMEST_DAY_SOUTH + DAYS_PER_YEAR / 2;
            double season = Math.cos(2 * Math.PI * (day.getDayOfYear() - shift) / DAYS_PER_YEAR);
            boolean wet = chance.nextDouble() < RAINY_DAYS;
            double mean = 16 + 8 * season + 2 * chance.nextGaussian() - (wet ? 3 : 0);
            double swing = wet ? 4 : 7 + chance.nextDouble();
            double rain = wet ? RAIN_MILLIMETRES * -Math.log(1 - chance.nextDouble()) : 0;
            double solar = (18 + 9 * season) * (wet ? 0.5 : 0.85 + 0.15 * chance.nextDouble());
            table.append(String.format(
                    Locale.ROOT,
                    "%s,%.1f,%.1f,%.0f,%.0f,%.1f,%.1f,%.1f%n",
                    day,
                    mean - swing,
                    mean + swing,
                    wet ? 55.0 : 28 + 8 * chance.nextDouble(),
                    wet ? 95.0 : 70 + 10 * chance.nextDouble(),
                    1.5 + chance.nextDouble(),
                    solar,
                    rain));
        }
        return table.toString();
    }

    /**
     * Irrigation of one zone by the day: what its crop is taken to use, every few days. Zones end on different days, so that
     * some are due today and others are not.
     */
    static String irrigation(Farm.Zone zone, LocalDate today) {
        StringBuilder table = new StringBuilder("date,irrigation\n");
        int everyDays = 3;
        int since = 1 + Math.floorMod(zone.nodeId(), 4) * 2;
        for (int ago = IRRIGATION_DAYS; ago >= since; ago -= everyDays) {
            table.append(String.format(
                    Locale.ROOT,
                    "%s,%.1f%n",
                    today.minusDays(ago),
                    everyDays * zone.soil().cropUseMillimetres()));
        }
        return table.toString();
    }
}
