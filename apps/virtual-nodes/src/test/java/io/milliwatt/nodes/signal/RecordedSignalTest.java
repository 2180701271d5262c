package io.milliwatt.nodes.signal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.milliwatt.dsp.signal.Signal;
import io.milliwatt.dsp.signal.SignalUnit;
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
        new RecordedSignal(Signal.of(tone, RATE_HZ, SignalUnit.G), 25).next(played);

        double largestStep = 0;
        for (int i = 1; i < played.length; i++) {
            largestStep = Math.max(largestStep, Math.abs(played[i] - played[i - 1]));
        }
        assertThat(largestStep).isLessThan(0.02);
        assertThat(Moments.of(played).rms()).isCloseTo(Math.sqrt(0.5), within(0.02));
    }

    @Test
    void theSpeedIsThatOfTheRecording() {
        RecordedSignal signal = new RecordedSignal(Signal.of(new double[12_000], RATE_HZ, SignalUnit.G), 29.95);

        assertThat(signal.shaftSpeedHz()).isEqualTo(29.95);
    }

    @Test
    void aRecordingTooShortToRepeatIsRefused() {
        Signal tooShort = Signal.of(new double[1000], RATE_HZ, SignalUnit.G);

        assertThatThrownBy(() -> new RecordedSignal(tooShort, 29.95))
                .hasMessageContaining("1000")
                .hasMessageContaining("2400");
    }
}
