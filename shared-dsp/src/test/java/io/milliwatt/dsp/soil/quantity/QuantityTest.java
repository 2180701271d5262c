package io.milliwatt.dsp.soil.quantity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

class QuantityTest {

    @Test
    void contentsConvertBothWays() {
        assertThat(WaterContent.ofPercent(28).fraction()).isEqualTo(0.28);
        assertThat(WaterContent.ofFraction(0.28).percent()).isCloseTo(28, within(1e-12));
        assertThat(WaterContent.ofFraction(0.28).inLayer(0.3).millimetres()).isCloseTo(84, within(1e-9));
    }

    @Test
    void aPercentTakenForAFractionIsRefused() {
        assertThatThrownBy(() -> WaterContent.ofFraction(28))
                .hasMessageContaining("28")
                .hasMessageContaining("ofPercent");
        assertThatThrownBy(() -> WaterContent.ofPercent(-3)).hasMessageContaining("-3");
        assertThatThrownBy(() -> WaterContent.ofFraction(Double.NaN)).hasMessageContaining("NaN");
    }

    @Test
    void depthsOnAFieldAreVolumes() {
        assertThat(WaterDepth.ofMillimetres(18).cubicMetresOn(2.5)).isCloseTo(450, within(1e-9));
        assertThat(WaterDepth.ofInches(1).millimetres()).isEqualTo(25.4);
        assertThat(WaterDepth.ofMillimetres(5).less(WaterDepth.ofMillimetres(8)))
                .isEqualTo(WaterDepth.NONE);
        assertThatThrownBy(() -> new WaterDepth(-1)).hasMessageContaining("-1");
    }

    @Test
    void tensionSpeaksCentibarAndPf() {
        assertThat(SoilTension.ofCentibar(33)).isEqualTo(SoilTension.FIELD_CAPACITY);
        assertThat(SoilTension.WILTING_POINT.pF()).isCloseTo(4.18, within(0.01));
        assertThatThrownBy(() -> new SoilTension(-33)).hasMessageContaining("matric potential");
    }
}
