package io.milliwatt.dsp.soil.frost;

import java.util.List;
import org.apache.commons.math3.linear.SingularMatrixException;
import org.apache.commons.math3.stat.regression.OLSMultipleLinearRegression;

/**
 * The least temperature of a clear, calm night from temperature and dew point two hours after sunset: Tp = a + b T0 + c Td0, fitted to the place's
 * own nights (Snyder and de Melo-Abreu 2005, volume 1, chapter 5, "FFST").
 *
 * @param standardError of the fit, °C
 */
public record FrostForecast(double constant, double perCelsius, double perDewPoint, double standardError) {

    private static final int LEAST_NIGHTS = 10;

    /** @throws IllegalArgumentException with fewer than ten nights, or nights that are all alike */
    public static FrostForecast fit(List<FrostNight> nights) {
        if (nights.size() < LEAST_NIGHTS) {
            throw new IllegalArgumentException("A frost forecast needs at least " + LEAST_NIGHTS
                    + " clear, calm nights of this place, and there are " + nights.size());
        }
        OLSMultipleLinearRegression regression = new OLSMultipleLinearRegression();
        regression.newSampleData(
                nights.stream().mapToDouble(FrostNight::minimumCelsius).toArray(),
                nights.stream()
                        .map(night -> new double[] {night.celsiusAfterSunset(), night.dewPointAfterSunset()})
                        .toArray(double[][]::new));
        try {
            double[] fitted = regression.estimateRegressionParameters();
            return new FrostForecast(fitted[0], fitted[1], fitted[2], regression.estimateRegressionStandardError());
        } catch (SingularMatrixException alike) {
            throw new IllegalArgumentException(
                    "The nights are too much alike to fit a forecast; add nights of other temperature and humidity",
                    alike);
        }
    }

    public double minimumCelsius(double celsiusAfterSunset, double dewPointAfterSunset) {
        return constant + perCelsius * celsiusAfterSunset + perDewPoint * dewPointAfterSunset;
    }

    /**
     * Temperature in the night's course, which falls with the square root of time (Snyder and de Melo-Abreu 2005, "FTrend").
     *
     * @param partOfNight from two hours after sunset (0) to sunrise (1)
     */
    public double celsiusAt(double partOfNight, double celsiusAfterSunset, double dewPointAfterSunset) {
        double fall = celsiusAfterSunset - minimumCelsius(celsiusAfterSunset, dewPointAfterSunset);
        return celsiusAfterSunset - fall * Math.sqrt(Math.clamp(partOfNight, 0, 1));
    }
}
