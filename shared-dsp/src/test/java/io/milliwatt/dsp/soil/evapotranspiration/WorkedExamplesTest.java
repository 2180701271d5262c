package io.milliwatt.dsp.soil.evapotranspiration;

import static io.milliwatt.dsp.soil.evapotranspiration.Standard.FAO_56;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.OptionalDouble;
import org.junit.jupiter.api.Test;

/** The worked examples of FAO Irrigation and Drainage Paper 56, to the digits the paper prints. */
class WorkedExamplesTest {

    @Test
    void example2AirPressureAt1800Metres() {
        double pressure = Atmosphere.pressureKilopascals(1800, FAO_56);
        assertThat(pressure).isCloseTo(81.8, within(0.05));
        assertThat(Atmosphere.psychrometricConstant(pressure)).isCloseTo(0.054, within(0.0005));
    }

    @Test
    void example3SaturationOfADay() {
        assertThat(VapourPressure.saturation(24.5)).isCloseTo(3.075, within(0.0006));
        assertThat(VapourPressure.saturation(15)).isCloseTo(1.705, within(0.0005));
        assertThat(VapourPressure.meanSaturation(15, 24.5)).isCloseTo(2.39, within(0.0005));
    }

    @Test
    void example8ExtraterrestrialRadiationAt20DegreesSouth() {
        assertThat(SunPosition.dailyRadiation(-20, 246, FAO_56)).isCloseTo(32.2, within(0.05));
        assertThat(SunPosition.sunsetHourAngle(-20, 246, FAO_56)).isCloseTo(1.527, within(0.001));
    }

    @Test
    void example12NetRadiationOfRioDeJaneiroInMay() {
        // The paper rounds every step; Rs 14.5, Rso 18.8, ea 2.1 give Rnl 3.5, Rns 11.1 and Rn 7.6.
        double longwave = Radiation.netLongwave(19.1, 25.1, 2.1, Radiation.cloudiness(14.5 / 18.8), FAO_56);
        assertThat(longwave).isCloseTo(3.5, within(0.05));
        assertThat(Radiation.netShortwave(14.5) - longwave).isCloseTo(7.6, within(0.1));
    }

    @Test
    void example14WindBroughtFrom10MetresTo2() {
        assertThat(WindProfile.atTwoMetres(3.2, 10)).isCloseTo(2.4, within(0.05));
    }

    @Test
    void example17BangkokInApril() {
        DailyWeather april = new DailyWeather(
                105,
                25.6,
                34.8,
                new Humidity.Measured(2.85),
                new Sunlight.Sunshine(8.5),
                new Wind.Measured(2, 2),
                SoilHeat.ofMonthAfter(29.2, 30.2));
        DailyEvapotranspiration result =
                DailyEvapotranspiration.of(Station.at(13.73, 2), april, ReferenceSurface.SHORT, FAO_56);
        assertThat(result.millimetres()).isCloseTo(5.72, within(0.01));
        assertThat(result.drivers().netRadiation()).isCloseTo(14.33, within(0.02));
        assertThat(result.estimates()).isEmpty();
    }

    @Test
    void example18UccleOnThe6thOfJuly() {
        DailyWeather day = DailyWeather.of(
                187,
                12.3,
                21.5,
                new Humidity.Extremes(63, 84),
                new Sunlight.Sunshine(9.25),
                new Wind.Measured(10 / 3.6, 10));
        DailyEvapotranspiration result =
                DailyEvapotranspiration.of(Station.at(50.8, 100), day, ReferenceSurface.SHORT, FAO_56);
        assertThat(result.millimetres()).isCloseTo(3.88, within(0.005));
        assertThat(result.extraterrestrial()).isCloseTo(41.09, within(0.02));
        assertThat(result.clearSky()).isCloseTo(30.90, within(0.02));
        assertThat(result.ways()).contains("wind brought from 10.0 m to 2 m");
    }

    @Test
    void example20LyonInJulyWithoutWindHumidityAndSunshine() {
        DailyWeather july = DailyWeather.of(
                196, 14.8, 26.6, new Humidity.Unknown(0), Sunlight.TemperatureRange.INLAND, new Wind.Unknown());
        DailyEvapotranspiration result =
                DailyEvapotranspiration.of(Station.at(45.717, 200), july, ReferenceSurface.SHORT, FAO_56);
        assertThat(result.millimetres()).isCloseTo(4.56, within(0.06));
        assertThat(result.solar()).isCloseTo(22.3, within(0.05));
        assertThat(result.estimates())
                .containsExactly(
                        "vapour pressure estimated from the minimum temperature",
                        "solar radiation estimated from the temperature range",
                        "wind assumed as 2 m/s");
        assertThat(Hargreaves.daily(14.8, 26.6, 40.55)).isCloseTo(5.0, within(0.05));
    }

    @Test
    void example19NDiayeByDayAndNight() {
        HourlyEvapotranspiration afternoon = nDiaye(14.5, 38, 52, 3.3, 2.450);
        assertThat(afternoon.millimetres()).isCloseTo(0.63, within(0.005));
        assertThat(afternoon.drivers().netRadiation()).isCloseTo(1.749, within(0.02));
        HourlyEvapotranspiration night = nDiaye(2.5, 28, 90, 1.9, 0);
        assertThat(night.millimetres()).isCloseTo(0.00, within(0.005));
        assertThat(night.extraterrestrial()).isZero();
    }

    private static HourlyEvapotranspiration nDiaye(
            double middleLocalHours, double celsius, double humidityPercent, double wind, double solar) {
        HourlyWeather hour = new HourlyWeather(
                274,
                middleLocalHours + 1,
                celsius,
                new Humidity.Mean(humidityPercent),
                solar,
                new Wind.Measured(wind, 2));
        return HourlyEvapotranspiration.of(
                Station.at(16.217, 8),
                -16.25,
                hour,
                OptionalDouble.of(Radiation.cloudiness(0.8)),
                ReferenceSurface.SHORT,
                FAO_56);
    }
}
