package io.milliwatt.nodes.soil;

import java.util.SplittableRandom;

/** Weather of a place by season and hour of its day; the same for the same place and day, whenever it is asked. */
public final class FieldWeather {
    private static final double SECONDS_PER_HOUR = 3_600;
    private static final double HOURS_PER_DAY = 24;
    private static final double DAYS_PER_YEAR = 365.25;
    /** 21 June, in days since 1970, less whole years. */
    private static final double NORTHERN_MIDSUMMER = 171;

    private static final double RAIN_HOURS = 3;
    private static final double SUNRISE = 6;
    private static final double DAYLIGHT_HOURS = 12;
    private static final double WARMEST_HOUR = 15;

    private final FieldScenario field;
    private final long seed;

    /** @param seed makes the showers of one zone other than those of the next farm; zones of one farm share it */
    public FieldWeather(FieldScenario field, long seed) {
        this.field = field;
        this.seed = seed;
    }

    /** −1 in midwinter, 1 in midsummer; weaker towards the equator. */
    private double season(double epochSeconds) {
        double days = epochSeconds / (SECONDS_PER_HOUR * HOURS_PER_DAY);
        double north = Math.cos(2 * Math.PI * (days - NORTHERN_MIDSUMMER) / DAYS_PER_YEAR);
        return north * Math.clamp(field.latitudeDegrees() / 40, -1.2, 1.2);
    }

    private double localHours(double epochSeconds) {
        return (epochSeconds + 60.0 * field.utcOffsetMinutes()) / SECONDS_PER_HOUR;
    }

    private double hourOfDay(double epochSeconds) {
        double hours = localHours(epochSeconds);
        return hours - HOURS_PER_DAY * Math.floor(hours / HOURS_PER_DAY);
    }

    /** Reference evapotranspiration, mm per hour. */
    public double evapotranspiration(double epochSeconds) {
        double ofDay = (3.6 + 2.6 * season(epochSeconds)) * (rainToday(epochSeconds) > 0 ? 0.6 : 1);
        double daylight = (hourOfDay(epochSeconds) - SUNRISE) / DAYLIGHT_HOURS;
        if (daylight <= 0 || daylight >= 1) {
            return 0;
        }
        return ofDay * Math.PI / 2 / DAYLIGHT_HOURS * Math.sin(Math.PI * daylight);
    }

    public double airCelsius(double epochSeconds) {
        double course = Math.cos(2 * Math.PI * (hourOfDay(epochSeconds) - WARMEST_HOUR) / HOURS_PER_DAY);
        return 15 + 8 * season(epochSeconds) + 6 * course;
    }

    /** At a depth: weaker and later than in the air. */
    public double soilCelsius(double epochSeconds, int depthMillimetres) {
        double damping = depthMillimetres / 120.0;
        double hours = hourOfDay(epochSeconds) - WARMEST_HOUR - damping * HOURS_PER_DAY / (2 * Math.PI);
        return 15 + 7 * season(epochSeconds) + 5 * Math.exp(-damping) * Math.cos(2 * Math.PI * hours / HOURS_PER_DAY);
    }

    /** Rain, mm per hour. */
    public double rain(double epochSeconds) {
        double amount = rainToday(epochSeconds);
        double begins = HOURS_PER_DAY * 0.7 * ofDay(epochSeconds).nextDouble();
        double hour = hourOfDay(epochSeconds);
        return amount > 0 && hour >= begins && hour < begins + RAIN_HOURS ? amount / RAIN_HOURS : 0;
    }

    private double rainToday(double epochSeconds) {
        SplittableRandom random = ofDay(epochSeconds);
        random.nextDouble();
        boolean rains = random.nextDouble() < field.rainyDays();
        return rains ? field.rainMillimetres() * -Math.log(1 - 0.95 * random.nextDouble()) : 0;
    }

    private SplittableRandom ofDay(double epochSeconds) {
        return new SplittableRandom(seed * 1_000_003 + (long) Math.floor(localHours(epochSeconds) / HOURS_PER_DAY));
    }
}
