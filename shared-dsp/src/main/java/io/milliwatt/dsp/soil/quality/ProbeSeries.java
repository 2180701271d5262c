package io.milliwatt.dsp.soil.quality;

import java.util.Arrays;
import java.util.Optional;

/**
 * Readings of one probe at even times with what was measured beside it. All channels have the same length; a missing value is NaN.
 *
 * @param moisturePercent by volume, as read: it may lie outside of 0 to 100
 * @param soilCelsius at the probe
 * @param airCelsius at the station
 * @param rainMillimetres since the reading before
 * @param modelSoilCelsius of a weather model at the place
 * @param modelRainMillimetres of a weather model, since the reading before
 */
public record ProbeSeries(
        double[] moisturePercent,
        Optional<double[]> soilCelsius,
        Optional<double[]> airCelsius,
        Optional<double[]> rainMillimetres,
        Optional<double[]> modelSoilCelsius,
        Optional<double[]> modelRainMillimetres) {

    public ProbeSeries {
        moisturePercent = moisturePercent.clone();
        int length = moisturePercent.length;
        soilCelsius = checked(soilCelsius, length, "soil temperature");
        airCelsius = checked(airCelsius, length, "air temperature");
        rainMillimetres = checked(rainMillimetres, length, "rain");
        modelSoilCelsius = checked(modelSoilCelsius, length, "the model's soil temperature");
        modelRainMillimetres = checked(modelRainMillimetres, length, "the model's rain");
    }

    public static ProbeSeries of(double[] moisturePercent) {
        return new ProbeSeries(
                moisturePercent,
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty());
    }

    public ProbeSeries withRain(double[] millimetres) {
        return new ProbeSeries(
                moisturePercent,
                soilCelsius,
                airCelsius,
                Optional.of(millimetres),
                modelSoilCelsius,
                modelRainMillimetres);
    }

    public int length() {
        return moisturePercent.length;
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof ProbeSeries series
                && Arrays.equals(moisturePercent, series.moisturePercent)
                && same(soilCelsius, series.soilCelsius)
                && same(airCelsius, series.airCelsius)
                && same(rainMillimetres, series.rainMillimetres)
                && same(modelSoilCelsius, series.modelSoilCelsius)
                && same(modelRainMillimetres, series.modelRainMillimetres);
    }

    @Override
    public int hashCode() {
        return Arrays.hashCode(moisturePercent);
    }

    private static boolean same(Optional<double[]> one, Optional<double[]> other) {
        return Arrays.equals(one.orElse(null), other.orElse(null));
    }

    private static Optional<double[]> checked(Optional<double[]> channel, int length, String name) {
        return channel.map(values -> {
            if (values.length != length) {
                throw new IllegalArgumentException("There are " + length + " readings of moisture, but " + values.length
                        + " of " + name + "; give one for each, NaN where it is missing");
            }
            return values.clone();
        });
    }
}
