package io.milliwatt.dsp.soil.evapotranspiration;

/**
 * One hour's weather.
 *
 * @param dayOfYear at the station
 * @param middleUtcHours Greenwich time of the hour's middle, 0 to 24
 * @param celsius mean of the hour
 * @param vapourPressureKilopascals mean of the hour
 * @param solar MJ/m² in the hour, from 0
 */
public record HourlyWeather(
        int dayOfYear,
        double middleUtcHours,
        double celsius,
        double vapourPressureKilopascals,
        double solar,
        Wind wind) {

    public HourlyWeather {
        SunPosition.yearAngle(dayOfYear);
        if (!(solar >= 0 && solar < 6)) {
            throw new IllegalArgumentException(
                    "An hour's solar radiation cannot be " + solar + " MJ/m²; a mean in W/m² times 0.0036 gives MJ/m²");
        }
        if (!(vapourPressureKilopascals >= 0 && vapourPressureKilopascals < 15)) {
            throw new IllegalArgumentException(
                    "The air's vapour pressure cannot be " + vapourPressureKilopascals + " kPa");
        }
    }
}
