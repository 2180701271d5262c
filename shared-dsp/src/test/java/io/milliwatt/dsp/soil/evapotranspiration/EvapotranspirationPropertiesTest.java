package io.milliwatt.dsp.soil.evapotranspiration;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What must hold whatever the weather. */
class EvapotranspirationPropertiesTest {

    private static final Station STATION = Station.at(33.069, 361);

    @ParameterizedTest
    @EnumSource(Standard.class)
    void moreSunDrierAirAndMoreWindNeverUseLessWater(Standard standard) {
        for (ReferenceSurface surface : ReferenceSurface.values()) {
            double before = 0;
            for (double solar = 8; solar <= 28; solar += 2) {
                double now = millimetres(solar, 10, 2, surface, standard);
                assertThat(now).isGreaterThan(before);
                before = now;
            }
            for (double dewPoint = 15; dewPoint > -10; dewPoint -= 5) {
                assertThat(millimetres(20, dewPoint - 5, 3, surface, standard))
                        .isGreaterThan(millimetres(20, dewPoint, 3, surface, standard));
            }
            assertThat(millimetres(20, 0, 4, surface, standard))
                    .isGreaterThan(millimetres(20, 0, 1, surface, standard));
        }
    }

    @ParameterizedTest
    @EnumSource(Standard.class)
    void everyLatitudeAndDayGivesAFiniteAnswer(Standard standard) {
        for (double latitude = -90; latitude <= 90; latitude += 7.5) {
            for (int day = 1; day <= 366; day += 5) {
                DailyWeather weather = DailyWeather.of(
                        day, -5, 6, new Humidity.Unknown(2), new Sunlight.Cloudless(), new Wind.Unknown());
                DailyEvapotranspiration result =
                        DailyEvapotranspiration.of(Station.at(latitude, 50), weather, ReferenceSurface.SHORT, standard);
                assertThat(result.millimetres()).isFinite().isNotNegative();
                assertThat(result.extraterrestrial()).isFinite().isGreaterThanOrEqualTo(-1e-9);
            }
        }
    }

    @ParameterizedTest
    @EnumSource(Standard.class)
    void theHoursOfADayReceiveWhatTheDayReceives(Standard standard) {
        for (int day : new int[] {1, 80, 172, 300}) {
            double sum = 0;
            for (int half = 0; half < 24; half++) {
                double angle = SunPosition.hourAngle(half + 0.5, 0, day);
                sum += SunPosition.hourlyRadiation(33.069, day, angle, standard);
            }
            assertThat(sum).isCloseTo(SunPosition.dailyRadiation(33.069, day, standard), within(0.01));
        }
    }

    @Test
    void dewPointAndVapourPressureAreInverse() {
        for (double celsius = -30; celsius < 45; celsius += 1.5) {
            assertThat(VapourPressure.dewPointCelsius(VapourPressure.saturation(celsius)))
                    .isCloseTo(celsius, within(1e-9));
        }
    }

    @Test
    void allKindsOfHumidityAgreeWhenTheyDescribeTheSameAir() {
        double vapour = 1.5;
        double wet = 17.0;
        double dry = wet + (VapourPressure.saturation(wet) - vapour) / (0.000662 * 101.3);
        assertThat(new Humidity.Psychrometer(wet, dry, 0.000662).vapourPressureKilopascals(10, 25, 101.3))
                .isCloseTo(vapour, within(1e-12));
        double atMinimum = 100 * vapour / VapourPressure.saturation(14);
        assertThat(new Humidity.Maximum(atMinimum).vapourPressureKilopascals(14, 25, 101.3))
                .isCloseTo(vapour, within(1e-12));
        assertThat(new Humidity.DewPoint(VapourPressure.dewPointCelsius(vapour))
                        .vapourPressureKilopascals(14, 25, 101.3))
                .isCloseTo(vapour, within(1e-12));
    }

    @Test
    void valuesInTheWrongUnitAreRefusedWithTheRemedy() {
        assertThatThrownBy(() -> new Sunlight.Measured(280)).hasMessageContaining("0.0864");
        assertThatThrownBy(() -> new Humidity.Extremes(20, 130).vapourPressureKilopascals(10, 20, 101))
                .hasMessageContaining("130");
        assertThatThrownBy(() -> new Wind.Measured(-1, 2).metresPerSecondAtTwoMetres())
                .hasMessageContaining("-1");
        assertThatThrownBy(() -> new HourlyWeather(10, 12, 20, new Humidity.Unknown(0), 1, new Wind.Unknown()))
                .hasMessageContaining("carry on the day's dew point");
        assertThatThrownBy(() -> new HourlyWeather(10, 12, 20, new Humidity.Mean(50), 700, new Wind.Unknown()))
                .hasMessageContaining("0.0036");
        assertThatThrownBy(() -> Station.at(120, 0)).hasMessageContaining("latitude");
        assertThatThrownBy(() -> DailyWeather.of(
                        10, 20, 10, new Humidity.Unknown(0), new Sunlight.Cloudless(), new Wind.Unknown()))
                .hasMessageContaining("from 20");
    }

    private static double millimetres(
            double solar, double dewPoint, double wind, ReferenceSurface surface, Standard standard) {
        DailyWeather day = DailyWeather.of(
                172, 16, 34, new Humidity.DewPoint(dewPoint), new Sunlight.Measured(solar), new Wind.Measured(wind, 2));
        return DailyEvapotranspiration.of(STATION, day, surface, standard).millimetres();
    }
}
