package io.milliwatt.dsp.filter;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Arrays;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RateConverterTest {
    /** The ends show the first and the last value on and on, which a sine does not do. */
    private static final double EDGE_SECONDS = 1;

    @ParameterizedTest
    @CsvSource({
        "250, 360, 40",
        "128, 360, 30",
        "1000, 360, 40",
        "100, 360, 25",
        "249.89, 360, 40",
        "999.56, 250, 40",
        "360, 361, 60"
    })
    void aToneBelowBothHalfRatesStaysWhatItIs(double fromHz, double toHz, double toneHz) {
        double[] converted = new RateConverter(fromHz, toHz).apply(tone(fromHz, toneHz, 10));
        assertThat(converted).hasSize((int) Math.ceil((int) (10 * fromHz) * toHz / fromHz));
        for (int i = (int) (EDGE_SECONDS * toHz); i < converted.length - EDGE_SECONDS * toHz; i++) {
            assertThat(converted[i]).isCloseTo(Math.sin(2 * Math.PI * toneHz * i / toHz), Offset.offset(2e-4));
        }
    }

    /** 400 Hz would fold back to 40 Hz at 360 Hz. */
    @Test
    void aToneAboveTheNewHalfRateIsGone() {
        double[] converted = new RateConverter(1000, 360).apply(tone(1000, 400, 10));
        double peak = Arrays.stream(converted, 360, converted.length - 360)
                .map(Math::abs)
                .max()
                .orElseThrow();
        assertThat(peak).isLessThan(2e-4);
    }

    @Test
    void aConstantStaysOneUpToItsEnds() {
        double[] constant = new double[777];
        Arrays.fill(constant, -3.25);
        assertThat(Arrays.stream(new RateConverter(250, 360).apply(constant)).boxed())
                .allSatisfy(value -> assertThat(value).isCloseTo(-3.25, Offset.offset(1e-12)));
    }

    @Test
    void theSameRateGivesTheSameValues() {
        double[] values = tone(360, 7, 1);
        assertThat(new RateConverter(360, 360).apply(values)).isEqualTo(values).isNotSameAs(values);
        assertThat(new RateConverter(250, 360).apply(new double[0])).isEmpty();
        assertThat(Arrays.stream(new RateConverter(250, 360).apply(new double[] {5}))
                        .boxed())
                .allSatisfy(value -> assertThat(value).isCloseTo(5.0, Offset.offset(1e-12)));
    }

    @Test
    void aRateThatIsNoneIsRefused() {
        assertThatThrownBy(() -> new RateConverter(0, 360)).hasMessageContaining("not 0.0 and 360.0");
        assertThatThrownBy(() -> new RateConverter(360, Double.NaN)).hasMessageContaining("NaN");
    }

    private static double[] tone(double rateHz, double toneHz, double seconds) {
        double[] tone = new double[(int) (seconds * rateHz)];
        Arrays.setAll(tone, i -> Math.sin(2 * Math.PI * toneHz * i / rateHz));
        return tone;
    }
}
