package io.milliwatt.nodes.signal;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class DigitizerTest {
    @Test
    void countsAreRoundedAndClipAtFullScale() {
        double oneCountG = Digitizer.SIXTEEN_G.nanoGPerCount() * 1e-9;
        short[] counts = new short[5];

        Digitizer.SIXTEEN_G.convert(new double[] {0, 1.4 * oneCountG, -1.6 * oneCountG, 20, -20}, counts);

        assertThat(counts).containsExactly((short) 0, (short) 1, (short) -2, Short.MAX_VALUE, Short.MIN_VALUE);
    }

    @Test
    void aCountIsTheScaleThatWaveformsCarry() {
        assertThat(Digitizer.SIXTEEN_G.nanoGPerCount()).isEqualTo(488_281);
    }
}
