package io.milliwatt.dsp.filter;

import static io.milliwatt.dsp.golden.GoldenValues.SAMPLE_RATE_HZ;
import static io.milliwatt.dsp.golden.GoldenValues.input;
import static io.milliwatt.dsp.golden.GoldenValues.read;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class ButterworthTest {

    /** Both sides compute in double precision; sections are paired in another order than SciPy's. */
    private static final double TOLERANCE = 1e-9;

    static Stream<Arguments> designs() {
        return Stream.of(
                Arguments.of("low5", Butterworth.lowPass(5, 120, SAMPLE_RATE_HZ)),
                Arguments.of("high4", Butterworth.highPass(4, 60, SAMPLE_RATE_HZ)),
                Arguments.of("high3", Butterworth.highPass(3, 10, SAMPLE_RATE_HZ)),
                Arguments.of("band4", Butterworth.bandPass(4, 100, 300, SAMPLE_RATE_HZ)),
                Arguments.of("band3", Butterworth.bandPass(3, 40, 60, SAMPLE_RATE_HZ)));
    }

    @ParameterizedTest
    @MethodSource("designs")
    void filtersLikeScipySosfilt(String name, BiquadCascade filter) {
        assertThat(filter.apply(input(1000))).containsExactly(read("sosfilt_" + name), within(TOLERANCE));
    }

    @ParameterizedTest
    @MethodSource("designs")
    void filtersWithoutDelayLikeScipySosfiltfilt(String name, BiquadCascade filter) {
        assertThat(filter.applyZeroPhase(input(1000))).containsExactly(read("sosfiltfilt_" + name), within(1e-7));
    }

    @Test
    void standsThreeDecibelsDownAtEveryEdge() {
        double threeDecibels = Math.sqrt(0.5);
        assertThat(Butterworth.lowPass(7, 90, SAMPLE_RATE_HZ).gain(90, SAMPLE_RATE_HZ))
                .isCloseTo(threeDecibels, within(1e-9));
        assertThat(Butterworth.highPass(2, 90, SAMPLE_RATE_HZ).gain(90, SAMPLE_RATE_HZ))
                .isCloseTo(threeDecibels, within(1e-9));
        BiquadCascade band = Butterworth.bandPass(5, 90, 200, SAMPLE_RATE_HZ);
        assertThat(band.gain(90, SAMPLE_RATE_HZ)).isCloseTo(threeDecibels, within(1e-9));
        assertThat(band.gain(200, SAMPLE_RATE_HZ)).isCloseTo(threeDecibels, within(1e-9));
    }

    @Test
    void refusesEdgesBeyondHalfTheRateWithASentence() {
        assertThatThrownBy(() -> Butterworth.lowPass(4, 500, SAMPLE_RATE_HZ))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("500.0 Hz");
        assertThatThrownBy(() -> Butterworth.bandPass(4, 300, 200, SAMPLE_RATE_HZ))
                .hasMessageContaining("lower edge");
        assertThatThrownBy(() -> Butterworth.highPass(0, 200, SAMPLE_RATE_HZ)).hasMessageContaining("order");
    }

    @Test
    void refusesZeroPhaseOnASignalShorterThanItsPadding() {
        assertThatThrownBy(() -> Butterworth.lowPass(4, 100, SAMPLE_RATE_HZ).applyZeroPhase(new double[15]))
                .hasMessageContaining("more than 15 samples");
    }
}
