package io.milliwatt.dsp.soil.salinity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.milliwatt.dsp.soil.quantity.Conductivity;
import io.milliwatt.dsp.soil.quantity.WaterDepth;
import org.junit.jupiter.api.Test;

class SalinityTest {

    /** FAO-29 example 2: water of 1.2 dS/m on a field where 0.9 ECe is wanted is tabled with LR = 0.36; formula 1.2 / (5 × 0.9 − 1.2). */
    @Test
    void leachingByHand() {
        double requirement =
                Leaching.requirement(new Conductivity.IrrigationWater(1.2), new Conductivity.SaturatedPaste(0.9));
        assertThat(requirement).isCloseTo(1.2 / 3.3, within(1e-12));
        assertThat(Leaching.applied(WaterDepth.ofMillimetres(70), requirement).millimetres())
                .isCloseTo(110, within(0.1));
        assertThatThrownBy(() ->
                        Leaching.requirement(new Conductivity.IrrigationWater(6), new Conductivity.SaturatedPaste(2)))
                .hasMessageContaining("mix it with better water");
    }

    @Test
    void saltierWaterNeedsMoreLeachingAndHardierCropsLess() {
        double before = 0;
        for (double water = 0.5; water < 4; water += 0.25) {
            double now =
                    Leaching.requirement(new Conductivity.IrrigationWater(water), new Conductivity.SaturatedPaste(3));
            assertThat(now).isGreaterThan(before);
            assertThat(Leaching.requirement(
                            new Conductivity.IrrigationWater(water), new Conductivity.SaturatedPaste(5)))
                    .isLessThan(now);
            before = now;
        }
    }

    /** Maize: threshold 1.7 dS/m, 12 % for each above (FAO-29 table 4): half at 5.9. */
    @Test
    void yieldFallsBeyondTheThreshold() {
        assertThat(Leaching.relativeYield(new Conductivity.SaturatedPaste(1.5), 1.7, 0.12))
                .isEqualTo(1);
        assertThat(Leaching.relativeYield(new Conductivity.SaturatedPaste(5.9), 1.7, 0.12))
                .isCloseTo(0.5, within(0.005));
        assertThat(Leaching.relativeYield(new Conductivity.SaturatedPaste(30), 1.7, 0.12))
                .isZero();
    }

    @Test
    void temperatureIsTakenOut() {
        assertThat(TemperatureCompensation.at25Celsius(2, 25)).isEqualTo(2);
        assertThat(TemperatureCompensation.at25Celsius(2, 15)).isCloseTo(2.5, within(1e-12));
        assertThatThrownBy(() -> TemperatureCompensation.at25Celsius(2, -3)).hasMessageContaining("frozen");
    }

    /** Hilhorst by hand: bulk 0.5 dS/m at permittivity 20 and 20 °C gives 80.3 × 0.5 / 15.9 = 2.53 dS/m. */
    @Test
    void poreWaterByHand() {
        assertThat(Hilhorst2000.poreWater(new Conductivity.Bulk(0.5), 20, 20).decisiemensPerMetre())
                .isCloseTo(2.525, within(0.001));
        assertThatThrownBy(() -> Hilhorst2000.poreWater(new Conductivity.Bulk(0.5), 5, 20))
                .hasMessageContaining("too dry");
    }

    @Test
    void theBandAdvisesAndSaysWhatItCannotTell() {
        FertigationBand band = new FertigationBand(1.5, 2.5);
        assertThat(band.advise(new Conductivity.PoreWater(1))).isEqualTo(FertigationBand.Advice.FEED_MORE);
        assertThat(band.advise(new Conductivity.PoreWater(2))).isEqualTo(FertigationBand.Advice.KEEP);
        assertThat(band.advise(new Conductivity.PoreWater(3))).isEqualTo(FertigationBand.Advice.LEACH);
        assertThat(FertigationBand.CAUTION).contains("not how much nitrogen");
    }
}
