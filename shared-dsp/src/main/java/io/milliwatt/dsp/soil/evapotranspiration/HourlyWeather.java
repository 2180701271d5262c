package io.milliwatt.dsp.soil.evapotranspiration;

/**
 * One hour's weather.
 *
 * @param dayOfYear at the station
 * @param middleUtcHours Greenwich time of the hour's middle, 0 to 24
 * @param celsius mean of the hour
 * @param humidity of the hour; extremes and estimates belong to days and are refused
 * @param solar MJ/m² in the hour, from 0
 */
public record HourlyWeather(
        int dayOfYear, double middleUtcHours, double celsius, Humidity humidity, double solar, Wind wind) {

    public HourlyWeather {
        SunPosition.yearAngle(dayOfYear);
        if (!(solar >= 0 && solar < 6)) {
            throw new IllegalArgumentException(
                    "An hour's solar radiation cannot be " + solar + " MJ/m²; a mean in W/m² times 0.0036 gives MJ/m²");
        }
        switch (humidity) {
            case Humidity.Measured _, Humidity.DewPoint _, Humidity.Psychrometer _, Humidity.Mean _ -> {}
            case Humidity.Extremes _, Humidity.Maximum _, Humidity.Unknown _ ->
                throw new IllegalArgumentException(
                        "An hour's humidity is its vapour pressure, dew point, wet bulb or mean, and this is one of a day ("
                                + humidity.way() + "); carry on the day's dew point where the hour's is missing");
        }
    }

    double vapourPressureKilopascals(double pressureKilopascals) {
        return humidity.vapourPressureKilopascals(celsius, celsius, pressureKilopascals);
    }
}
