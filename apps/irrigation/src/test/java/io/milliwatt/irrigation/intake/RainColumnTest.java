package io.milliwatt.irrigation.intake;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.milliwatt.datasets.farm.FarmQuantity;
import io.milliwatt.irrigation.reason.ReasonCode;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class RainColumnTest {

    @Test
    void whatFellIsTakenAsItIsAndACounterByItsSteps() {
        Random random = new Random(1);
        List<Double> fallen = new ArrayList<>();
        List<Double> counter = new ArrayList<>();
        double sum = 3;
        for (int i = 0; i < 500; i++) {
            double millimetres = random.nextInt(15) == 0 ? 0.2 * (1 + random.nextInt(20)) : 0;
            fallen.add(millimetres);
            sum = i == 300 ? millimetres : sum + millimetres;
            counter.add(sum);
        }
        RainColumn plain = RainColumn.of(fallen);
        assertThat(plain.counter()).isFalse();
        assertThat(plain.stuck()).isEmpty();
        assertThat(plain.millimetres()).isEqualTo(fallen);
        RainColumn counted = RainColumn.of(counter);
        assertThat(counted.counter()).isTrue();
        for (int i = 1; i < 500; i++) {
            assertThat(counted.millimetres().get(i)).isCloseTo(fallen.get(i), within(1e-6));
        }
    }

    @Test
    void anAmountThatIsToldAgainAndAgainFellOnce() {
        List<Double> told = new ArrayList<>(Collections.nCopies(50, 0.0));
        for (int i = 20; i < 32; i++) {
            told.set(i, 12.4);
        }
        RainColumn rain = RainColumn.of(told);
        assertThat(rain.counter()).isFalse();
        assertThat(rain.stuck()).hasSize(11).doesNotContain(20);
        assertThat(rain.millimetres().get(20)).isEqualTo(12.4);
        assertThat(rain.millimetres().get(21)).isNaN();
    }

    @Test
    void valuesThatCannotBeAreToldWhy() {
        assertThat(WeatherCheck.of(FarmQuantity.HUMIDITY, -45).orElseThrow().sentence())
                .isEqualTo("A relative humidity of -45 % cannot be.");
        assertThat(WeatherCheck.of(FarmQuantity.AIR_MAXIMUM, -9999)
                        .orElseThrow()
                        .code())
                .isEqualTo(ReasonCode.MISSING_CODE);
        assertThat(WeatherCheck.of(FarmQuantity.WIND, 99).orElseThrow().sentence())
                .isEqualTo("A wind of 99 cannot be.");
        assertThat(WeatherCheck.of(FarmQuantity.AIR, 21)).isEmpty();
    }
}
