package io.milliwatt.nodes.signal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.milliwatt.datasets.catalogue.AccelerationSignal;
import io.milliwatt.dsp.statistics.Moments;
import org.junit.jupiter.api.Test;

class RecordedSignalTest {
    private static final double RATE_HZ = 12_000;

    @Test
    void theSeamIsNoBlow() {
        // 10.5 periods: without blending the seam would jump by the full height.
        double[] tone = new double[12_600];
        for (int i = 0; i < tone.length; i++) {
            tone[i] = Math.cos(2 * Math.PI * 10 * i / RATE_HZ);
        }
        double[] played = new double[40_000];
        new RecordedSignal(new AccelerationSignal(tone, RATE_HZ, 1500)).next(played);

        double largestStep = 0;
        for (int i = 1; i < played.length; i++) {
            largestStep = Math.max(largestStep, Math.abs(played[i] - played[i - 1]));
        }
        assertThat(largestStep).isLessThan(0.02);
        assertThat(Moments.of(played).rms()).isCloseTo(Math.sqrt(0.5), within(0.02));
    }

    @Test
    void theSpeedIsThatOfTheRecording() {
        RecordedSignal signal = new RecordedSignal(new AccelerationSignal(new double[12_000], RATE_HZ, 1797));

        assertThat(signal.shaftSpeedHz()).isEqualTo(29.95);
    }

    @Test
    void aRecordingTooShortToRepeatIsRefused() {
        AccelerationSignal tooShort = new AccelerationSignal(new double[1000], RATE_HZ, 1797);

        assertThatThrownBy(() -> new RecordedSignal(tooShort))
                .hasMessageContaining("1000")
                .hasMessageContaining("2400");
    }
}
