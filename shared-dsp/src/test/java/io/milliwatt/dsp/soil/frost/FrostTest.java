package io.milliwatt.dsp.soil.frost;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class FrostTest {

    /** Stull's own example: 20 °C and 50 % have a wet bulb of 13.7 °C. */
    @Test
    void wetBulbOfStullsExample() {
        HumidAir air = new HumidAir(20, 50);
        assertThat(air.wetBulbStull2011()).isCloseTo(13.7, within(0.05));
        assertThat(air.wetBulbCelsius(101.325)).isCloseTo(13.7, within(0.2));
        assertThat(air.dewPointCelsius()).isCloseTo(9.3, within(0.05));
    }

    @Test
    void wetBulbLiesBetweenDewPointAndAirAndBothWaysAgree() {
        for (double celsius = -10; celsius <= 40; celsius += 5) {
            for (double humidity = 20; humidity <= 95; humidity += 15) {
                HumidAir air = new HumidAir(celsius, humidity);
                assertThat(air.wetBulbCelsius(101.325)).isBetween(air.dewPointCelsius(), celsius);
                if (celsius >= 0) { // Stull's fit leaves out cold dry air (his figure 3)
                    assertThat(air.wetBulbStull2011()).isCloseTo(air.wetBulbCelsius(101.325), within(1.0));
                }
            }
        }
        HumidAir saturated = new HumidAir(3, 100);
        assertThat(saturated.wetBulbCelsius(95)).isCloseTo(3, within(1e-6));
    }

    @Test
    void theForecastFindsThePlacesOwnLaw() {
        Random random = new Random(4);
        List<FrostNight> nights = new ArrayList<>();
        for (int i = 0; i < 30; i++) {
            double evening = 2 + 8 * random.nextDouble();
            double dewPoint = -6 + 8 * random.nextDouble();
            nights.add(new FrostNight(
                    evening, dewPoint, -5.2 + 0.5 * evening + 0.3 * dewPoint + 0.4 * random.nextGaussian()));
        }
        FrostForecast forecast = FrostForecast.fit(nights);
        assertThat(forecast.standardError()).isCloseTo(0.4, within(0.15));
        assertThat(forecast.minimumCelsius(6, -2)).isCloseTo(-5.2 + 3 - 0.6, within(0.4));
        assertThat(forecast.celsiusAt(0, 6, -2)).isEqualTo(6);
        assertThat(forecast.celsiusAt(1, 6, -2)).isCloseTo(forecast.minimumCelsius(6, -2), within(1e-9));
        assertThat(forecast.celsiusAt(0.25, 6, -2)).isLessThan(6);
        assertThatThrownBy(() -> FrostForecast.fit(nights.subList(0, 5))).hasMessageContaining("at least 10");
        assertThatThrownBy(() -> FrostForecast.fit(Collections.nCopies(12, nights.getFirst())))
                .hasMessageContaining("too much alike");
    }

    @Test
    void warningsRiseWithTheDanger() {
        assertThat(FrostWarning.of(4, 1, -2.2)).isEqualTo(FrostWarning.NONE);
        assertThat(FrostWarning.of(-1, -2, -2.2)).isEqualTo(FrostWarning.WATCH);
        assertThat(FrostWarning.of(-3, -1, -2.2)).isEqualTo(FrostWarning.FROST);
        assertThat(FrostWarning.of(-3, -6, -2.2)).isEqualTo(FrostWarning.BLACK_FROST);
        assertThat(FrostWarning.byRadiation(1, 0.1)).isTrue();
        assertThat(FrostWarning.byRadiation(5, 0.1)).isFalse();
    }
}
