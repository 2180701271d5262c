package io.milliwatt.irrigation.weather;

import io.milliwatt.dsp.soil.crop.CropClimate;
import java.time.LocalDate;
import java.util.List;
import java.util.OptionalDouble;

/**
 * A day's weather as it was measured; what was not is empty.
 *
 * @param solarMegajoules MJ/m²
 * @param referenceMillimetres of the short reference surface
 * @param missing what the reference was estimated without, such as wind
 */
public record WeatherDay(
        LocalDate day,
        OptionalDouble minimumCelsius,
        OptionalDouble maximumCelsius,
        OptionalDouble minimumHumidityPercent,
        OptionalDouble maximumHumidityPercent,
        OptionalDouble dewPointCelsius,
        OptionalDouble windMetresPerSecond,
        OptionalDouble rainMillimetres,
        OptionalDouble solarMegajoules,
        OptionalDouble referenceMillimetres,
        List<String> missing,
        String origin) {

    private static final double TABLED_WIND = 2;
    private static final double TABLED_HUMIDITY_PERCENT = 45;

    public WeatherDay {
        missing = List.copyOf(missing);
    }

    /** For crop coefficients, which are tabled for 2 m/s and 45 % and stay so where nothing is known. */
    public CropClimate climate() {
        return new CropClimate(
                windMetresPerSecond.orElse(TABLED_WIND), minimumHumidityPercent.orElse(TABLED_HUMIDITY_PERCENT));
    }

    /** The same day with its reference, and what that was estimated without. */
    WeatherDay with(OptionalDouble reference, List<String> estimatedWithout) {
        return new WeatherDay(
                day,
                minimumCelsius,
                maximumCelsius,
                minimumHumidityPercent,
                maximumHumidityPercent,
                dewPointCelsius,
                windMetresPerSecond,
                rainMillimetres,
                solarMegajoules,
                reference,
                estimatedWithout,
                origin);
    }
}
