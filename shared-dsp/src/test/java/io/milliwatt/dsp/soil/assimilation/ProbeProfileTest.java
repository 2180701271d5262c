package io.milliwatt.dsp.soil.assimilation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.milliwatt.dsp.soil.balance.FieldSoil;
import io.milliwatt.dsp.soil.balance.LayeredSoil;
import io.milliwatt.dsp.soil.balance.SoilLayer;
import io.milliwatt.dsp.soil.balance.WaterLimits;
import io.milliwatt.dsp.soil.quantity.WaterContent;
import java.util.List;
import org.junit.jupiter.api.Test;

class ProbeProfileTest {
    private static final WaterContent QUARTER = WaterContent.ofFraction(0.25);
    private static final FieldSoil UNIFORM = FieldSoil.uniform(WaterLimits.ofFractions(0.3, 0.1), QUARTER);
    private static final double SENSOR_ERROR = 0.02;
    private static final double ROUNDING = 1e-9;

    @Test
    void evenlyWetSoilMissesTheSameEverywhere() {
        DepletionReading reading = ProbeProfile.reading(
                List.of(new ProbeDepth(0.5, QUARTER), new ProbeDepth(0.1, QUARTER), new ProbeDepth(0.3, QUARTER)),
                UNIFORM,
                0.6,
                SENSOR_ERROR);
        assertThat(((DepletionReading.Measured) reading).millimetres()).isCloseTo(0.05 * 600, within(ROUNDING));
    }

    /** Three sensors at a fifth each: 200 mm of soil times 0.02, three times, in quadrature. */
    @Test
    void sensorsErrEachByItself() {
        DepletionReading reading = ProbeProfile.reading(
                List.of(new ProbeDepth(0.1, QUARTER), new ProbeDepth(0.3, QUARTER), new ProbeDepth(0.5, QUARTER)),
                UNIFORM,
                0.6,
                SENSOR_ERROR);
        assertThat(((DepletionReading.Measured) reading).standardErrorMillimetres())
                .isCloseTo(4 * Math.sqrt(3), within(ROUNDING));
    }

    @Test
    void soilThatNoSensorSeesWidensTheError() {
        var seen = (DepletionReading.Measured)
                ProbeProfile.reading(List.of(new ProbeDepth(0.3, QUARTER)), UNIFORM, 0.6, SENSOR_ERROR);
        var unseen = (DepletionReading.Measured)
                ProbeProfile.reading(List.of(new ProbeDepth(0.3, QUARTER)), UNIFORM, 0.9, SENSOR_ERROR);
        assertThat(unseen.standardErrorMillimetres()).isGreaterThan(1.5 * seen.standardErrorMillimetres());
    }

    @Test
    void aSensorNearTheSurfaceAloneIsNoReadingOfTheRootZone() {
        assertThat(ProbeProfile.reading(List.of(new ProbeDepth(0.1, QUARTER)), UNIFORM, 0.8, SENSOR_ERROR))
                .isEqualTo(new DepletionReading.TooShallow(0.25));
        assertThat(ProbeProfile.reading(List.of(), UNIFORM, 0.8, SENSOR_ERROR)).isEqualTo(DepletionReading.NONE);
    }

    @Test
    void layersAreJudgedByTheirOwnFieldCapacity() {
        LayeredSoil layers = new LayeredSoil(List.of(
                new SoilLayer(0.4, WaterLimits.ofFractions(0.35, 0.15), QUARTER),
                new SoilLayer(1, WaterLimits.ofFractions(0.28, 0.1), QUARTER)));
        var reading = (DepletionReading.Measured) ProbeProfile.reading(
                List.of(new ProbeDepth(0.2, QUARTER), new ProbeDepth(0.6, QUARTER)), layers, 0.8, SENSOR_ERROR);
        assertThat(reading.millimetres()).isCloseTo(400 * 0.10 + 400 * 0.03, within(ROUNDING));
    }
}
