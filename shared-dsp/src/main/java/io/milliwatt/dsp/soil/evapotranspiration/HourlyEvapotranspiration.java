package io.milliwatt.dsp.soil.evapotranspiration;

import java.util.OptionalDouble;

/**
 * An hour's reference evapotranspiration (FAO-56 eq. 53, ASCE 2005 eq. 1), millimetres; a little below zero in a night with dew.
 *
 * @param extraterrestrial MJ/m² in the hour
 * @param clearSky MJ/m² in the hour
 * @param cloudiness of this hour, or carried on from the last sunny one; give it to the next hour
 */
public record HourlyEvapotranspiration(
        double millimetres,
        double extraterrestrial,
        double clearSky,
        double cloudiness,
        PenmanMonteith.Drivers drivers) {

    /** Below this height of the sun, radians, the ratio to a clear sky says nothing of clouds (ASCE 2005 p. 34). */
    private static final double LOW_SUN = 0.3;

    /** Where nothing is known of the sky before dark: FAO-56 p. 75 takes Rs/Rso of 0.4 to 0.6 in humid climates and 0.7 to 0.8 in arid ones. */
    private static final double USUAL_NIGHT = Radiation.cloudiness(0.7);

    /**
     * @param longitudeDegrees east; west is negative
     * @param earlierCloudiness of the last hour with a high sun, for night and low sun; without it 0.7 of a clear sky is taken
     */
    public static HourlyEvapotranspiration of(
            Station station,
            double longitudeDegrees,
            HourlyWeather hour,
            OptionalDouble earlierCloudiness,
            ReferenceSurface surface,
            Standard standard) {
        double angle = SunPosition.hourAngle(hour.middleUtcHours(), longitudeDegrees, hour.dayOfYear());
        double height = SunPosition.sineOfHeight(station.latitudeDegrees(), hour.dayOfYear(), angle, standard);
        double pressure = station.pressure(standard);
        double vapour = hour.vapourPressureKilopascals(pressure);
        double extraterrestrial =
                SunPosition.hourlyRadiation(station.latitudeDegrees(), hour.dayOfYear(), angle, standard);
        double clearSky = standard.clearSky()
                .radiation(extraterrestrial, new ClearSky.Air(station.elevationMetres(), pressure, vapour), height);
        double cloudiness = highSun(station, hour, angle, standard) && clearSky > 0
                ? Radiation.cloudiness(hour.solar() / clearSky)
                : earlierCloudiness.orElse(USUAL_NIGHT);
        double netRadiation = Radiation.netShortwave(hour.solar())
                - Radiation.netLongwaveOfHour(hour.celsius(), vapour, cloudiness, standard);
        boolean sunlit = netRadiation >= 0;
        PenmanMonteith.Drivers drivers = new PenmanMonteith.Drivers(
                netRadiation,
                surface.soilHeatPart(sunlit) * netRadiation,
                hour.celsius(),
                hour.wind().metresPerSecondAtTwoMetres(),
                VapourPressure.saturation(hour.celsius()),
                vapour,
                VapourPressure.slope(hour.celsius()),
                Atmosphere.psychrometricConstant(pressure));
        return new HourlyEvapotranspiration(
                PenmanMonteith.millimetres(drivers, surface.hourly(sunlit, standard)),
                extraterrestrial,
                clearSky,
                cloudiness,
                drivers);
    }

    /** The standard looks at the sun in the hour's middle; REF-ET looks at its begin, and so counts more of the evening than of the morning. */
    private static boolean highSun(Station station, HourlyWeather hour, double angle, Standard standard) {
        double looked = standard == Standard.REF_ET ? angle - Math.PI / 24 : angle;
        return Math.asin(SunPosition.sineOfHeight(station.latitudeDegrees(), hour.dayOfYear(), looked, standard))
                >= LOW_SUN;
    }
}
