package io.milliwatt.dsp.soil.phenology;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

class DegreeDaysTest {

    @Test
    void meansByHand() {
        DegreeDays mean = DegreeDays.above(DegreeDays.Method.MEAN, 10);
        assertThat(mean.of(10, 30)).isEqualTo(10);
        assertThat(mean.of(2, 8)).isZero();
        assertThat(mean.of(2, 20)).isEqualTo(1);
        DegreeDays maize = DegreeDays.between(DegreeDays.Method.LIMITED_MEAN, 10, 30);
        assertThat(maize.of(2, 20)).isEqualTo(5);
        assertThat(maize.of(15, 35)).isEqualTo(12.5);
    }

    /** The sine's degree days are the area under it, here summed over a million steps. */
    @Test
    void theSineIsTheAreaBetweenItsThresholds() {
        DegreeDays moth = DegreeDays.between(DegreeDays.Method.SINGLE_SINE, 10, 31.1);
        for (double[] day : new double[][] {{4, 16}, {12, 28}, {5, 38}, {20, 40}, {33, 41}, {-5, 8}}) {
            double sum = 0;
            int steps = 1_000_000;
            for (int i = 0; i < steps; i++) {
                double celsius =
                        (day[0] + day[1]) / 2 + (day[1] - day[0]) / 2 * Math.sin(2 * Math.PI * (i + 0.5) / steps);
                sum += Math.clamp(celsius, 10, 31.1) - 10;
            }
            assertThat(moth.of(day[0], day[1])).isCloseTo(sum / steps, within(1e-6));
        }
    }

    @Test
    void warmerDaysNeverGatherLess() {
        for (DegreeDays.Method method : DegreeDays.Method.values()) {
            DegreeDays heat = DegreeDays.between(method, 10, 30);
            for (double maximum = 6; maximum < 45; maximum += 0.5) {
                assertThat(heat.of(5, maximum + 0.5)).isGreaterThanOrEqualTo(heat.of(5, maximum));
            }
        }
        assertThatThrownBy(() -> DegreeDays.above(DegreeDays.Method.MEAN, 10).of(20, 10))
                .hasMessageContaining("below its minimum");
    }

    @Test
    void insectsReachTheirStagesInOrder() {
        assertThat(InsectModel.all()).hasSize(4).allSatisfy(model -> {
            assertThat(model.stages()).extracting(InsectStage::degreeDays).isSorted();
            assertThat(model.source()).isNotBlank();
        });
        InsectModel moth = InsectModel.named("codling moth");
        assertThat(moth.reached(100)).isEmpty();
        assertThat(moth.reached(140).orElseThrow().event()).contains("first eggs hatch");
        assertThat(moth.next(140).orElseThrow().degreeDays()).isEqualTo(511);
        assertThatThrownBy(() -> InsectModel.named("locust")).hasMessageContaining("codling moth");
    }
}
