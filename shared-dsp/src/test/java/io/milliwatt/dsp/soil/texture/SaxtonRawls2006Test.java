package io.milliwatt.dsp.soil.texture;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SaxtonRawls2006Test {

    /** Table 3 of the paper for all its textures with 2.5 % of organic matter; contents to a per cent, conductivity to a tenth. */
    @ParameterizedTest
    @CsvSource({
        "88, 5, 5, 10, 46, 108.1, SAND",
        "80, 5, 5, 12, 46, 96.7, LOAMY_SAND",
        "65, 10, 8, 18, 45, 50.3, SANDY_LOAM",
        "40, 20, 14, 28, 46, 15.5, LOAM",
        "20, 15, 11, 31, 48, 16.1, SILT_LOAM",
        "10, 5, 6, 30, 48, 22.0, SILT",
        "60, 25, 17, 27, 43, 11.3, SANDY_CLAY_LOAM",
        "30, 35, 22, 36, 48, 4.3, CLAY_LOAM",
        "10, 35, 22, 38, 51, 5.7, SILTY_CLAY_LOAM",
        "10, 45, 27, 41, 52, 3.7, SILTY_CLAY",
        "50, 40, 25, 36, 44, 1.4, SANDY_CLAY",
        "25, 50, 30, 42, 50, 1.1, CLAY"
    })
    void tableThreeIsReproduced(
            double sand,
            double clay,
            double wilting,
            double capacity,
            double saturation,
            double conductivity,
            TextureClass texture) {
        SoilTexture soil = new SoilTexture(sand, clay, 2.5);
        SaxtonRawls2006 water = SaxtonRawls2006.of(soil);
        assertThat(water.wiltingPoint().percent()).isCloseTo(wilting, within(0.75));
        assertThat(water.fieldCapacity().percent()).isCloseTo(capacity, within(0.75));
        assertThat(water.saturation().percent()).isCloseTo(saturation, within(0.75));
        assertThat(water.saturatedConductivity()).isCloseTo(conductivity, within(0.1 * conductivity));
        assertThat(soil.textureClass()).isEqualTo(texture);
    }

    @Test
    void compactionTakesPoresAndGravelTakesRoom() {
        SoilTexture loam = new SoilTexture(40, 20, 2.5);
        SaxtonRawls2006 usual = SaxtonRawls2006.of(loam);
        SaxtonRawls2006 dense = SaxtonRawls2006.of(loam, 1.1, 0);
        assertThat(dense.saturation()).isLessThan(usual.saturation());
        assertThat(dense.saturatedConductivity()).isLessThan(usual.saturatedConductivity());
        SaxtonRawls2006 stony = SaxtonRawls2006.of(loam, 1, 30);
        assertThat(stony.availableFraction())
                .isBetween(0.75 * usual.availableFraction(), 0.85 * usual.availableFraction());
    }

    @Test
    void contentsKeepTheirOrderForEveryTexture() {
        for (double sand = 0; sand <= 95; sand += 5) {
            for (double clay = 5; clay <= 60 && sand + clay <= 100; clay += 5) {
                for (double organic = 0; organic <= 8; organic += 2) {
                    SaxtonRawls2006 water = SaxtonRawls2006.of(new SoilTexture(sand, clay, organic));
                    assertThat(water.wiltingPoint()).isLessThan(water.fieldCapacity());
                    assertThat(water.fieldCapacity()).isLessThan(water.saturation());
                    assertThat(water.saturatedConductivity()).isPositive();
                }
            }
        }
    }

    @Test
    void soilsOutsideOfTheEquationsAreRefused() {
        assertThatThrownBy(() -> new SoilTexture(10, 70, 2)).hasMessageContaining("60 % of clay");
        assertThatThrownBy(() -> new SoilTexture(10, 20, 30)).hasMessageContaining("organic matter");
        assertThatThrownBy(() -> new SoilTexture(80, 40, 2)).hasMessageContaining("at most 100 %");
    }
}
