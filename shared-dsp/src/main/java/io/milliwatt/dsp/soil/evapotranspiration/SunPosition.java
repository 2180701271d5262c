package io.milliwatt.dsp.soil.evapotranspiration;

/** Where the sun stands and what it sends before the atmosphere takes its share. Angles are in radians, latitudes in degrees. */
public final class SunPosition {
    private static final double YEAR_DAYS = 365;
    private static final double ORBIT_ECCENTRICITY = 0.033;
    private static final double HOURS_PER_DAY = 24;
    private static final double DEGREES_PER_HOUR = 15;
    /** Half an hour of the sun's way. */
    private static final double HALF_HOUR = Math.PI / HOURS_PER_DAY;

    private SunPosition() {}

    /** The day's angle in the year. */
    static double yearAngle(int dayOfYear) {
        if (dayOfYear < 1 || dayOfYear > 366) {
            throw new IllegalArgumentException("A day of the year lies between 1 and 366, not " + dayOfYear);
        }
        return 2 * Math.PI * dayOfYear / YEAR_DAYS;
    }

    /** Inverse relative distance of the earth to the sun (FAO-56 eq. 23). */
    public static double inverseRelativeDistance(int dayOfYear) {
        return 1 + ORBIT_ECCENTRICITY * Math.cos(yearAngle(dayOfYear));
    }

    /** Solar declination (FAO-56 eq. 24). */
    public static double declination(int dayOfYear, Standard standard) {
        yearAngle(dayOfYear);
        return standard.declination(dayOfYear);
    }

    /** Sunset hour angle (FAO-56 eq. 25): 0 in the polar night, π under the midnight sun. */
    public static double sunsetHourAngle(double latitudeDegrees, int dayOfYear, Standard standard) {
        double cosine = -Math.tan(latitude(latitudeDegrees)) * Math.tan(declination(dayOfYear, standard));
        return Math.acos(Math.clamp(cosine, -1, 1));
    }

    /** Hours of daylight, N (FAO-56 eq. 34). */
    public static double daylightHours(double sunsetHourAngle) {
        return HOURS_PER_DAY / Math.PI * sunsetHourAngle;
    }

    /** Extraterrestrial radiation of a day (FAO-56 eq. 21, ASCE 2005 eq. 21), MJ/m². */
    public static double dailyRadiation(double latitudeDegrees, int dayOfYear, Standard standard) {
        double latitude = latitude(latitudeDegrees);
        double declination = declination(dayOfYear, standard);
        double sunset = sunsetHourAngle(latitudeDegrees, dayOfYear, standard);
        return HOURS_PER_DAY
                / Math.PI
                * standard.solarConstant()
                * inverseRelativeDistance(dayOfYear)
                * (sunset * Math.sin(latitude) * Math.sin(declination)
                        + Math.cos(latitude) * Math.cos(declination) * Math.sin(sunset));
    }

    /** Extraterrestrial radiation of one hour around a solar time angle (FAO-56 eq. 28, ASCE 2005 eq. 48 and 56), MJ/m². */
    public static double hourlyRadiation(double latitudeDegrees, int dayOfYear, double hourAngle, Standard standard) {
        double latitude = latitude(latitudeDegrees);
        double declination = declination(dayOfYear, standard);
        double sunset = sunsetHourAngle(latitudeDegrees, dayOfYear, standard);
        double begin = Math.clamp(hourAngle - HALF_HOUR, -sunset, sunset);
        double end = Math.clamp(hourAngle + HALF_HOUR, -sunset, sunset);
        return HOURS_PER_DAY
                / 2
                / Math.PI
                * standard.solarConstant()
                * inverseRelativeDistance(dayOfYear)
                * ((end - begin) * Math.sin(latitude) * Math.sin(declination)
                        + Math.cos(latitude) * Math.cos(declination) * (Math.sin(end) - Math.sin(begin)));
    }

    /** Sine of the sun's height at a solar time angle (ASCE 2005 eq. 62). */
    public static double sineOfHeight(double latitudeDegrees, int dayOfYear, double hourAngle, Standard standard) {
        double latitude = latitude(latitudeDegrees);
        double declination = declination(dayOfYear, standard);
        return Math.sin(latitude) * Math.sin(declination)
                + Math.cos(latitude) * Math.cos(declination) * Math.cos(hourAngle);
    }

    /**
     * Solar time angle, −π to π, noon 0 (FAO-56 eq. 31 to 33).
     *
     * @param utcHours Greenwich time of the moment, 0 to 24
     * @param longitudeDegrees east of Greenwich; west is negative
     */
    public static double hourAngle(double utcHours, double longitudeDegrees, int dayOfYear) {
        double b = 2 * Math.PI * (dayOfYear - 81) / 364;
        double seasonalCorrectionHours = 0.1645 * Math.sin(2 * b) - 0.1255 * Math.cos(b) - 0.025 * Math.sin(b);
        double solarHours =
                utcHours + longitudeDegrees / DEGREES_PER_HOUR + seasonalCorrectionHours - HOURS_PER_DAY / 2;
        double angle = 2 * Math.PI / HOURS_PER_DAY * solarHours;
        return angle - 2 * Math.PI * Math.floor((angle + Math.PI) / (2 * Math.PI));
    }

    static double latitude(double degrees) {
        if (!(degrees >= -90 && degrees <= 90)) {
            throw new IllegalArgumentException("A latitude lies between -90 and 90 degrees, not " + degrees);
        }
        return Math.toRadians(degrees);
    }
}
