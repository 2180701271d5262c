package io.milliwatt.dsp.fixedpoint;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class BaselineAnomalyTest {

    private static final BaselineRule RULE =
            new BaselineRule(0, 16, 295, 512, 2_560, 15_360, Window.CLIPPED | Window.STOPPED, Window.STOPPED);

    private final Source source = new Source();
    private final BaselineAnomaly anomaly = new BaselineAnomaly(RULE, source);

    @Test
    void itWarmsUpUntilSixteenGoodWindowsAreLearnt() {
        assertThat(end(9_000, Window.CLIPPED)).isEqualTo(Window.CLIPPED | Window.WARMING_UP);
        for (int i = 0; i < 16; i++) {
            assertThat(end(1_000, 0)).isEqualTo(Window.WARMING_UP);
        }
        assertThat(end(1_000, 0)).isZero();
    }

    @Test
    void anOrdinaryMachineNeverAddsUp() {
        learn();
        for (int i = 0; i < 1_000; i++) {
            end(1_000 + (i % 2 == 0 ? 500 : -500), 0);
            assertThat(anomaly.value(0)).isZero();
        }
    }

    /** Four spreads above the start adds two a window; it is one-sided, so a quieter machine is no finding. */
    @Test
    void aLastingRiseAddsUpToTheLimitAndFallsBack() {
        learn();
        end(1_000 + 4 * 295, 0);
        assertThat(anomaly.value(0)).isEqualTo(2 * 256);
        for (int i = 0; i < 40; i++) {
            end(1_000 + 4 * 295, 0);
        }
        assertThat(anomaly.value(0)).isEqualTo(15_360);
        end(-5_000, 0);
        assertThat(anomaly.value(1)).isEqualTo(-2_560);
        assertThat(anomaly.value(0)).isEqualTo(15_360 - 2_560 - 512);
    }

    @Test
    void aStoppedMachineLeavesTheSumAlone() {
        learn();
        end(1_000 + 4 * 295, 0);
        end(60_000, Window.STOPPED);
        assertThat(anomaly.value(0)).isEqualTo(2 * 256);
        assertThat(anomaly.value(1)).isZero();
    }

    @Test
    void aClippedWindowIsJudgedThoughNotLearnt() {
        learn();
        end(60_000, Window.CLIPPED);
        assertThat(anomaly.value(0)).isEqualTo(2_560 - 512);
    }

    /** A restless start widens the spread: median deviation 1,000 · 1.4826. */
    @Test
    void theSpreadIsTheMachinesOwn() {
        for (int i = 0; i < 16; i++) {
            end(i % 2 == 0 ? 0 : 2_000, 0);
        }
        // Lower median 0; deviations 0 and 2,000, lower median 0: the floor of 295 holds.
        end(2_950, 0);
        assertThat(anomaly.value(1)).isEqualTo(2_560);
        BaselineAnomaly restless = new BaselineAnomaly(RULE, source);
        for (int i = 0; i < 16; i++) {
            source.value = 1_000 * (i % 3 - 1);
            restless.endWindow(new Window(30_000, 0));
        }
        source.value = 2 * 1_482;
        restless.endWindow(new Window(30_000, 0));
        assertThat(restless.value(1)).isEqualTo(2 * 256);
    }

    private void learn() {
        for (int i = 0; i < 16; i++) {
            end(1_000, 0);
        }
    }

    private int end(int value, int flags) {
        source.value = value;
        Window window = new Window(30_000, flags);
        anomaly.endWindow(window);
        return window.qualityFlags();
    }

    private static final class Source implements Kernel {
        private int value;

        @Override
        public int value(int index) {
            return value;
        }
    }
}
