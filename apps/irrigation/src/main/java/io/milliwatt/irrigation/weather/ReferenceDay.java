package io.milliwatt.irrigation.weather;

import io.milliwatt.dsp.soil.evapotranspiration.DailyEvapotranspiration;
import io.milliwatt.dsp.soil.evapotranspiration.DailyWeather;
import io.milliwatt.dsp.soil.evapotranspiration.Humidity;
import io.milliwatt.dsp.soil.evapotranspiration.ReferenceSurface;
import io.milliwatt.dsp.soil.evapotranspiration.Standard;
import io.milliwatt.dsp.soil.evapotranspiration.Station;
import io.milliwatt.dsp.soil.evapotranspiration.Sunlight;
import io.milliwatt.dsp.soil.evapotranspiration.Wind;
import io.milliwatt.irrigation.site.Site;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalDouble;

/** A day's reference evapotranspiration by the best that the station measured (FAO-56), with what was missing. */
public final class ReferenceDay {

    private ReferenceDay() {}

    /** The day with its reference; unchanged where not even temperatures are known. */
    public static WeatherDay reckon(Site site, WeatherDay day) {
        List<String> missing = new ArrayList<>();
        if (day.minimumCelsius().isEmpty() || day.maximumCelsius().isEmpty()) {
            return day.with(OptionalDouble.empty(), List.of("temperature"));
        }
        if (day.dewPointCelsius().isEmpty() && day.maximumHumidityPercent().isEmpty()) {
            missing.add("humidity");
        }
        if (day.solarMegajoules().isEmpty()) {
            missing.add("solar");
        }
        if (day.windMetresPerSecond().isEmpty()) {
            missing.add("wind");
        }
        DailyWeather weather = DailyWeather.of(
                day.day().getDayOfYear(),
                day.minimumCelsius().getAsDouble(),
                day.maximumCelsius().getAsDouble(),
                Humidity.best(
                        OptionalDouble.empty(),
                        day.dewPointCelsius(),
                        day.maximumHumidityPercent(),
                        day.minimumHumidityPercent(),
                        OptionalDouble.empty()),
                Sunlight.best(day.solarMegajoules(), OptionalDouble.empty()),
                Wind.best(day.windMetresPerSecond(), 2));
        double reference = DailyEvapotranspiration.of(
                        Station.at(site.position().latitudeDegrees(), site.elevationMetres()),
                        weather,
                        ReferenceSurface.SHORT,
                        Standard.FAO_56)
                .millimetres();
        return day.with(OptionalDouble.of(reference), missing);
    }
}
