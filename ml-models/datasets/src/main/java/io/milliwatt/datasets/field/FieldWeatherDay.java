package io.milliwatt.datasets.field;

import io.milliwatt.datasets.recording.RecordingException;
import io.milliwatt.dsp.soil.crop.CropClimate;
import io.milliwatt.dsp.soil.evapotranspiration.DailyEvapotranspiration;
import io.milliwatt.dsp.soil.evapotranspiration.DailyWeather;
import io.milliwatt.dsp.soil.evapotranspiration.Humidity;
import io.milliwatt.dsp.soil.evapotranspiration.Standard;
import io.milliwatt.dsp.soil.evapotranspiration.Sunlight;
import io.milliwatt.dsp.soil.evapotranspiration.VapourPressure;
import io.milliwatt.dsp.soil.evapotranspiration.Wind;
import java.time.LocalDate;
import java.util.OptionalDouble;

/**
 * A day of a station; what it did not measure is empty.
 *
 * @param solarMegajoules MJ/m²
 * @param windMetresPerSecond at the anemometer's height
 * @param rain mm
 * @param reference evapotranspiration as the file gives it, mm
 */
public record FieldWeatherDay(
        LocalDate date,
        OptionalDouble solarMegajoules,
        OptionalDouble maximumCelsius,
        OptionalDouble minimumCelsius,
        OptionalDouble vapourPressureKilopascals,
        OptionalDouble dewPointCelsius,
        OptionalDouble maximumHumidityPercent,
        OptionalDouble minimumHumidityPercent,
        OptionalDouble windMetresPerSecond,
        double rain,
        OptionalDouble reference) {

    /** The humidity that FAO-56 takes where nothing is known. */
    private static final double USUAL_MINIMUM_PERCENT = 45;

    /** As the file gives it, else computed after ASCE 2005 from what the day has. */
    public double reference(FieldWeather weather) throws RecordingException {
        if (reference.isPresent()) {
            return reference.getAsDouble();
        }
        if (maximumCelsius.isEmpty() || minimumCelsius.isEmpty()) {
            throw new RecordingException(
                    "The weather of " + date, "has neither evapotranspiration nor temperatures", "Fill one of them.");
        }
        DailyWeather day = DailyWeather.of(
                date.getDayOfYear(),
                minimumCelsius.getAsDouble(),
                maximumCelsius.getAsDouble(),
                Humidity.best(
                        vapourPressureKilopascals,
                        dewPointCelsius,
                        maximumHumidityPercent,
                        minimumHumidityPercent,
                        OptionalDouble.empty()),
                Sunlight.best(solarMegajoules, OptionalDouble.empty()),
                wind(weather.windHeightMetres()));
        return DailyEvapotranspiration.of(weather.station(), day, weather.reference(), Standard.ASCE_2005)
                .millimetres();
    }

    /** Wind at 2 m and least humidity, estimated where they are missing. */
    public CropClimate climate(double windHeightMetres) {
        return new CropClimate(wind(windHeightMetres).metresPerSecondAtTwoMetres(), minimumHumidity());
    }

    private double minimumHumidity() {
        if (minimumHumidityPercent.isPresent()) {
            return minimumHumidityPercent.getAsDouble();
        }
        if (maximumCelsius.isEmpty() || minimumCelsius.isEmpty()) {
            return USUAL_MINIMUM_PERCENT;
        }
        // The dew point is near the night's minimum where it was not measured (FAO-56 eq. 48).
        double dewPoint = dewPointCelsius.orElse(minimumCelsius.getAsDouble());
        return 100 * VapourPressure.saturation(dewPoint) / VapourPressure.saturation(maximumCelsius.getAsDouble());
    }

    private Wind wind(double heightMetres) {
        return Wind.best(windMetresPerSecond, heightMetres);
    }
}
