package io.milliwatt.training.soil.disease;

import io.milliwatt.dsp.soil.disease.FireBlight;
import io.milliwatt.training.soil.disease.Orchard.Bloom;
import io.milliwatt.training.soil.disease.Orchard.OrchardDay;
import java.time.LocalDate;
import java.util.Map;

/** The fire blight rule on days of which only the extremes are known: hours are drawn as a sine between them. */
final class BlossomRisk {

    private static final int HOURS = 24;
    private static final double BLOSSOM_BASE_CELSIUS = 4.4;
    /** A blossom lives for so many degree days above 4.4 °C (MARYBLYT). */
    private static final double BLOSSOM_LIFE_DEGREE_DAYS = 44;

    private BlossomRisk() {}

    /** Low out of bloom and where the weather is not known. Dew is not known either, and none is assumed. */
    static FireBlight.Risk of(Orchard orchard, LocalDate date) {
        Bloom bloom = orchard.blossoms().get(date.getYear());
        OrchardDay today = orchard.days().get(date);
        if (bloom == null || today == null || date.isBefore(bloom.from()) || date.isAfter(bloom.to())) {
            return FireBlight.Risk.LOW;
        }
        double degreeHours = 0;
        double life = 0;
        for (LocalDate day = date;
                !day.isBefore(bloom.from()) && life <= BLOSSOM_LIFE_DEGREE_DAYS;
                day = day.minusDays(1)) {
            OrchardDay weather = orchard.days().get(day);
            if (weather == null) {
                break;
            }
            double[] hours = hours(weather);
            degreeHours += FireBlight.degreeHours(hours);
            for (double celsius : hours) {
                life += Math.max(0, celsius - BLOSSOM_BASE_CELSIUS) / HOURS;
            }
        }
        OrchardDay yesterday = orchard.days().get(date.minusDays(1));
        return FireBlight.risk(new FireBlight.Day(
                true,
                degreeHours,
                today.rainMillimetres(),
                yesterday == null ? 0 : yesterday.rainMillimetres(),
                false,
                today.meanCelsius()));
    }

    /** The highest of a day and the days before it. */
    static FireBlight.Risk highest(Orchard orchard, LocalDate date, int days) {
        FireBlight.Risk highest = FireBlight.Risk.LOW;
        for (int back = 0; back < days; back++) {
            FireBlight.Risk risk = of(orchard, date.minusDays(back));
            highest = risk.compareTo(highest) > 0 ? risk : highest;
        }
        return highest;
    }

    /** Whether blossoms were open on a day or one of the days before it. */
    static boolean inReach(Orchard orchard, LocalDate date, int days) {
        Map<Integer, Bloom> blossoms = orchard.blossoms();
        Bloom bloom = blossoms.get(date.getYear());
        return bloom != null
                && !date.isBefore(bloom.from())
                && !date.minusDays(days - 1L).isAfter(bloom.to());
    }

    private static double[] hours(OrchardDay day) {
        double mean = (day.maximumCelsius() + day.minimumCelsius()) / 2;
        double swing = (day.maximumCelsius() - day.minimumCelsius()) / 2;
        double[] hours = new double[HOURS];
        for (int hour = 0; hour < HOURS; hour++) {
            hours[hour] = mean + swing * Math.sin(2 * Math.PI * (hour + 0.5) / HOURS);
        }
        return hours;
    }
}
