package io.milliwatt.dsp.filter;

import static io.milliwatt.dsp.golden.GoldenValues.SAMPLE_RATE_HZ;
import static io.milliwatt.dsp.golden.GoldenValues.input;
import static io.milliwatt.dsp.golden.GoldenValues.read;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.milliwatt.dsp.signal.Signal;
import io.milliwatt.dsp.signal.SignalUnit;
import io.milliwatt.dsp.statistics.Moments;
import java.util.List;
import org.junit.jupiter.api.Test;

class NotchAndFirTest {

    @Test
    void notchFiltersLikeScipyIirnotch() {
        BiquadCascade notch = new BiquadCascade(List.of(Biquad.notch(50, 30, SAMPLE_RATE_HZ)));
        assertThat(notch.apply(input(1000))).containsExactly(read("notch"), within(1e-9));
        assertThat(notch.gain(50, SAMPLE_RATE_HZ)).isLessThan(1e-9);
    }

    @Test
    void lowPassTapsAreThoseOfScipyFirwin() {
        assertThat(FirFilter.lowPass(49, 100, SAMPLE_RATE_HZ).taps()).containsExactly(read("firwin"), within(1e-12));
    }

    @Test
    void highPassAndLowPassAddUpToTheInput() {
        double[] input = input(200);
        double[] low = FirFilter.lowPass(31, 100, SAMPLE_RATE_HZ).apply(input);
        double[] high = FirFilter.highPass(31, 100, SAMPLE_RATE_HZ).apply(input);
        for (int i = 0; i < input.length; i++) {
            assertThat(low[i] + high[i]).isCloseTo(input[i], within(1e-12));
        }
    }

    @Test
    void decimationKeepsSlowTonesAndStopsThoseThatWouldFoldBack() {
        assertThat(Moments.of(decimatedTone(200)).rms()).isCloseTo(Math.sqrt(0.5), within(0.01));
        assertThat(Moments.of(decimatedTone(1800)).rms()).isLessThan(0.003);
    }

    private static double[] decimatedTone(double frequencyHz) {
        double[] tone = new double[12000];
        for (int i = 0; i < tone.length; i++) {
            tone[i] = Math.sin(2 * Math.PI * frequencyHz * i / 12000);
        }
        Signal slow = new Decimator(4).apply(Signal.of(tone, 12000, SignalUnit.G));
        assertThat(slow.sampleRateHz()).isEqualTo(3000);
        assertThat(slow.size()).isEqualTo(3000);
        return slow.slice(100, 2900).values();
    }

    @Test
    void refusesAnEvenNumberOfTaps() {
        assertThatThrownBy(() -> new FirFilter(new double[4])).hasMessageContaining("odd number");
    }
}
