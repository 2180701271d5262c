package io.milliwatt.dsp.statistics;

import static io.milliwatt.dsp.golden.GoldenValues.input;
import static io.milliwatt.dsp.golden.GoldenValues.read;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

class StatisticsTest {

    @Test
    void allFiguresAgreeWithScipyAndNumpy() {
        double[] x = input(1000);
        Moments moments = Moments.of(x);
        double[] figures = {
            moments.kurtosis(), moments.unbiasedKurtosis(), moments.skewness(), OrderStatistics.median(x),
            OrderStatistics.medianAbsoluteDeviation(x), moments.standardDeviation(), moments.rms(),
                    OrderStatistics.quantile(x, 0.9)
        };
        assertThat(figures).containsExactly(read("statistics"), within(1e-11));
    }

    @Test
    void aSineHasCrestFactorRootTwoWhateverItsOffset() {
        double[] sine = new double[3600];
        for (int i = 0; i < sine.length; i++) {
            sine[i] = 5 + 2 * Math.sin(2 * Math.PI * i / 360);
        }
        Levels levels = Levels.of(sine);
        assertThat(levels.crestFactor()).isCloseTo(Math.sqrt(2), within(1e-6));
        assertThat(levels.peakToPeak()).isCloseTo(4, within(1e-6));
        assertThat(Moments.of(sine).kurtosis()).isCloseTo(1.5, within(1e-6));
    }

    @Test
    void refusesNothingAtAll() {
        assertThatThrownBy(() -> Moments.of(new double[0])).hasMessageContaining("at least one sample");
        assertThatThrownBy(() -> OrderStatistics.quantile(new double[] {1}, 1.5))
                .hasMessageContaining("1.5");
    }
}
