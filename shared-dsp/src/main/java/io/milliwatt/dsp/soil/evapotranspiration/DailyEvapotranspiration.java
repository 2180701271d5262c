package io.milliwatt.dsp.soil.evapotranspiration;

import java.util.ArrayList;
import java.util.List;

/**
 * A day's reference evapotranspiration with everything it was computed from; radiation in MJ/m², vapour pressures in kPa.
 *
 * @param millimetres never negative
 * @param ways how each quantity was found, in words
 * @param estimates those of the ways that replace a measurement
 */
public record DailyEvapotranspiration(
        double millimetres,
        ReferenceSurface surface,
        Standard standard,
        double pressureKilopascals,
        double extraterrestrial,
        double clearSky,
        double solar,
        double cloudiness,
        double netLongwave,
        PenmanMonteith.Drivers drivers,
        List<String> ways,
        List<String> estimates) {

    public DailyEvapotranspiration {
        ways = List.copyOf(ways);
        estimates = List.copyOf(estimates);
    }

    public static DailyEvapotranspiration of(
            Station station, DailyWeather day, ReferenceSurface surface, Standard standard) {
        double pressure = station.pressure(standard);
        double vapour = day.humidity().vapourPressureKilopascals(day.minimumCelsius(), day.maximumCelsius(), pressure);
        double extraterrestrial = SunPosition.dailyRadiation(station.latitudeDegrees(), day.dayOfYear(), standard);
        double clearSky = standard.clearSky()
                .radiation(
                        extraterrestrial,
                        new ClearSky.Air(station.elevationMetres(), pressure, vapour),
                        ClearSky.sineOfMeanHeight(station.latitudeDegrees(), day.dayOfYear()));
        double daylight = SunPosition.daylightHours(
                SunPosition.sunsetHourAngle(station.latitudeDegrees(), day.dayOfYear(), standard));
        double solar = day.sunlight()
                .solar(new Sunlight.Sky(
                        extraterrestrial, clearSky, daylight, day.minimumCelsius(), day.maximumCelsius()));
        double cloudiness = Radiation.cloudiness(clearSky > 0 ? solar / clearSky : 0);
        double netLongwave =
                Radiation.netLongwave(day.minimumCelsius(), day.maximumCelsius(), vapour, cloudiness, standard);
        double mean = (day.minimumCelsius() + day.maximumCelsius()) / 2;
        PenmanMonteith.Drivers drivers = new PenmanMonteith.Drivers(
                Radiation.netShortwave(solar) - netLongwave,
                day.soilHeat(),
                mean,
                day.wind().metresPerSecondAtTwoMetres(),
                VapourPressure.meanSaturation(day.minimumCelsius(), day.maximumCelsius()),
                vapour,
                VapourPressure.slope(mean),
                Atmosphere.psychrometricConstant(pressure));
        return new DailyEvapotranspiration(
                Math.max(0, PenmanMonteith.daily(drivers, surface)),
                surface,
                standard,
                pressure,
                extraterrestrial,
                clearSky,
                solar,
                cloudiness,
                netLongwave,
                drivers,
                ways(station, day),
                estimates(day));
    }

    private static List<String> ways(Station station, DailyWeather day) {
        return List.of(
                day.humidity().way(),
                day.sunlight().way(),
                day.wind().way(),
                station.pressureKilopascals().isPresent() ? "air pressure as measured" : "air pressure from elevation");
    }

    private static List<String> estimates(DailyWeather day) {
        List<String> estimates = new ArrayList<>();
        if (day.humidity().estimated()) {
            estimates.add(day.humidity().way());
        }
        if (day.sunlight().estimated()) {
            estimates.add(day.sunlight().way());
        }
        if (day.wind().estimated()) {
            estimates.add(day.wind().way());
        }
        return estimates;
    }
}
