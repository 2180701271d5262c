package io.milliwatt.nodes.run;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class SampleClockTest {
    private static final long START = 1_000_000;
    private final SampleClock clock = new SampleClock(100, START);

    @Test
    void aBlockIsDueWhenItsLastSampleWasTaken() {
        assertThat(clock.isDue(START + 99)).isFalse();
        assertThat(clock.isDue(START + 100)).isTrue();
        assertThat(clock.take()).isEqualTo(START + 100);
        assertThat(clock.isDue(START + 199)).isFalse();
    }

    @Test
    void aShortDelayIsCaughtUpWithoutAGap() {
        int blocks = 0;
        while (clock.isDue(START + 2000)) {
            assertThat(clock.take()).isEqualTo(START + 100L * ++blocks);
        }
        assertThat(blocks).isEqualTo(20);
    }

    @Test
    void aLongPauseIsLeftOutAndTimeNeverRunsBackwards() {
        assertThat(clock.isDue(START + 100)).isTrue();
        long before = clock.take();

        assertThat(clock.isDue(START + 60_000)).isTrue();
        assertThat(clock.take()).isGreaterThan(before).isEqualTo(START + 60_000);
        assertThat(clock.isDue(START + 60_050)).isFalse();
    }
}
