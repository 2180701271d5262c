package io.milliwatt.dsp.soil.frost;

import io.milliwatt.dsp.soil.evapotranspiration.Atmosphere;
import io.milliwatt.dsp.soil.evapotranspiration.VapourPressure;

/**
 * Air at a moment.
 *
 * @param humidityPercent relative, above 0 to 100
 */
public record HumidAir(double celsius, double humidityPercent) {

    public HumidAir {
        if (!(celsius > -60 && celsius < 65)) {
            throw new IllegalArgumentException("Air over a field is not " + celsius + " °C");
        }
        if (!(humidityPercent > 0 && humidityPercent <= 100)) {
            throw new IllegalArgumentException(
                    "A relative humidity lies above 0 and up to 100 %, not at " + humidityPercent + " %");
        }
    }

    public double vapourPressureKilopascals() {
        return VapourPressure.saturation(celsius) * humidityPercent / 100;
    }

    /** Where dew forms; below zero it may be frost without a warning. */
    public double dewPointCelsius() {
        return VapourPressure.dewPointCelsius(vapourPressureKilopascals());
    }

    /**
     * What a wet leaf cools to, by the psychrometer's equation (FAO-56 eq. 15), found by bisection between dew point and air temperature. Over
     * water, also below zero.
     */
    public double wetBulbCelsius(double pressureKilopascals) {
        double psychrometer = Atmosphere.psychrometricConstant(pressureKilopascals);
        double low = dewPointCelsius();
        double high = celsius;
        while (high - low > 1e-9) {
            double middle = (low + high) / 2;
            double vapour = VapourPressure.saturation(middle) - psychrometer * (celsius - middle);
            if (vapour < vapourPressureKilopascals()) {
                low = middle;
            } else {
                high = middle;
            }
        }
        return (low + high) / 2;
    }

    /**
     * The same at sea level by the fit of Stull (2011, Journal of Applied Meteorology and Climatology 50:2267, eq. 1), within 1 °C and
     * mostly 0.3 °C from 5 to 99 % and −20 to 50 °C, but not in cold dry air; for places without a pressure.
     */
    public double wetBulbStull2011() {
        double t = celsius;
        double rh = humidityPercent;
        return t * Math.atan(0.151977 * Math.sqrt(rh + 8.313659))
                + Math.atan(t + rh)
                - Math.atan(rh - 1.676331)
                + 0.00391838 * Math.pow(rh, 1.5) * Math.atan(0.023101 * rh)
                - 4.686035;
    }
}
