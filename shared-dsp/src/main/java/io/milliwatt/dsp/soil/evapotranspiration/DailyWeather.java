package io.milliwatt.dsp.soil.evapotranspiration;

/**
 * One day's weather, or a month's mean day.
 *
 * @param dayOfYear 1 to 366; the middle of the month for a monthly mean
 * @param soilHeat MJ/m² per day; 0 for a day, {@link SoilHeat} for a month
 */
public record DailyWeather(
        int dayOfYear,
        double minimumCelsius,
        double maximumCelsius,
        Humidity humidity,
        Sunlight sunlight,
        Wind wind,
        double soilHeat) {

    public DailyWeather {
        SunPosition.yearAngle(dayOfYear);
        if (!(minimumCelsius <= maximumCelsius && minimumCelsius > -80 && maximumCelsius < 65)) {
            throw new IllegalArgumentException(
                    "A day's temperatures cannot go from " + minimumCelsius + " to " + maximumCelsius + " °C");
        }
    }

    public static DailyWeather of(
            int dayOfYear,
            double minimumCelsius,
            double maximumCelsius,
            Humidity humidity,
            Sunlight sunlight,
            Wind wind) {
        return new DailyWeather(dayOfYear, minimumCelsius, maximumCelsius, humidity, sunlight, wind, 0);
    }
}
