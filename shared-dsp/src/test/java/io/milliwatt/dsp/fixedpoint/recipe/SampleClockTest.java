package io.milliwatt.dsp.fixedpoint.recipe;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

class SampleClockTest {

    @Test
    void aRateIsItsOwnField() {
        SampleClock clock = SampleClock.ofRateMilliHertz(12_000_000);
        assertThat(clock.field()).isEqualTo(12_000_000);
        assertThat(clock.isSlow()).isFalse();
        assertThat(clock.milliHertz()).isEqualTo(12_000_000);
        assertThat(SampleClock.ofRateMilliHertz(500).periodMillis()).isEqualTo(2_000);
    }

    @Test
    void aPeriodHasBit31() {
        SampleClock quarterOfAnHour = SampleClock.ofPeriodMillis(900_000);
        assertThat(quarterOfAnHour.field()).isEqualTo(0x8000_0000 + 900_000);
        assertThat(quarterOfAnHour.isSlow()).isTrue();
        assertThat(quarterOfAnHour.periodMillis()).isEqualTo(900_000);
        assertThat(quarterOfAnHour.milliHertz()).isEqualTo(1);
        assertThat(SampleClock.ofPeriodMillis(2_000).milliHertz()).isEqualTo(500);
        assertThat(SampleClock.ofPeriodMillis(Integer.MAX_VALUE).milliHertz()).isEqualTo(1);
    }

    @Test
    void noRateAndNoPeriodAreRefused() {
        assertThatThrownBy(() -> new SampleClock(0)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new SampleClock(Integer.MIN_VALUE)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> SampleClock.ofPeriodMillis(0)).hasMessageContaining("sample period");
        assertThatThrownBy(() -> SampleClock.ofRateMilliHertz(-1)).hasMessageContaining("sample rate");
    }
}
