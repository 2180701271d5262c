package io.milliwatt.vibration.condition;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What the values of a frame mean, and what must never change about them. */
class QuantityTest {

    @Test
    void theNumbersInStoredTrendsAreFrozen() {
        assertThat(Arrays.stream(Quantity.values()).map(quantity -> quantity.trendNumber() + " " + quantity.label()))
                .startsWith(
                        "0 velocityRms",
                        "1 accelerationRms",
                        "2 accelerationPeak",
                        "3 kurtosis",
                        "4 crestFactor",
                        "5 lineInner",
                        "6 lineBall",
                        "7 lineOuter",
                        "8 anomaly",
                        "9 shaftSpeed");
    }

    @Test
    void valuesComeInTheUnitsOfTheRecipe() {
        Readings readings = Readings.of(1, 1, List.of(281L, 1_500L, 6_000L, 312L, 400L, 256L, 0L, 0L, 16L, 2_995L))
                .orElseThrow();
        assertThat(readings.value(Quantity.VELOCITY_RMS)).isEqualTo(2.81);
        assertThat(readings.value(Quantity.ACCELERATION_RMS)).isEqualTo(1.5);
        assertThat(readings.value(Quantity.KURTOSIS)).isEqualTo(3.12);
        assertThat(readings.value(Quantity.LINE_INNER)).isEqualTo(1);
        assertThat(readings.shaftSpeedRpm()).hasValue(1797);
        assertThat(Quantity.VELOCITY_RMS.unit()).isEqualTo("mm/s");
    }

    @Test
    void anotherRecipeIsNotInterpreted() {
        List<Long> ten = List.of(0L, 0L, 0L, 0L, 0L, 0L, 0L, 0L, 0L, 0L);
        assertThat(Readings.of(2, 1, ten)).isEmpty();
        assertThat(Readings.of(1, 2, ten)).isEmpty();
        assertThat(Readings.of(1, 1, ten.subList(0, 9))).isEmpty();
    }
}
