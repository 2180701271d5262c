package io.milliwatt.datasets.catalogue;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.data.Offset.offset;

import org.junit.jupiter.api.Test;

class DecimationTest {
    @Test
    void aToneBelowTheNewNyquistFrequencyPassesUnchanged() {
        // 0.7 of the new Nyquist frequency.
        double[] kept = Decimation.by(4, tone(0.7 * 0.125, 4096));
        assertThat(kept).hasSize(1024);
        for (int i = 24; i < 1000; i++) {
            assertThat(kept[i]).isCloseTo(Math.sin(2 * Math.PI * 0.7 * 0.125 * 4 * i), offset(1e-3));
        }
    }

    @Test
    void aToneThatWouldFoldBackIsGone() {
        for (double part : new double[] {1.05, 1.5, 2.3, 3.9}) {
            double[] kept = Decimation.by(4, tone(part * 0.125, 4096));
            for (int i = 24; i < 1000; i++) {
                // 70 dB below the tone.
                assertThat(kept[i]).isCloseTo(0, offset(3.2e-4));
            }
        }
    }

    private static double[] tone(double cyclesPerSample, int length) {
        double[] samples = new double[length];
        for (int i = 0; i < length; i++) {
            samples[i] = Math.sin(2 * Math.PI * cyclesPerSample * i);
        }
        return samples;
    }
}
