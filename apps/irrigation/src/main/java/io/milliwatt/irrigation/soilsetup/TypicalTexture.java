package io.milliwatt.irrigation.soilsetup;

import io.milliwatt.dsp.soil.texture.SoilTexture;
import io.milliwatt.dsp.soil.texture.TextureClass;

/**
 * The middle of each class of the triangle, for who knows a soil only by its feel, with what goes with it.
 *
 * @param sandPercent of the fine earth's mass
 * @param clayPercent of the fine earth's mass
 * @param readilyEvaporable REW, mm (FAO-56 table 19, middle of the range)
 * @param intakeMillimetresPerHour basic infiltration rate (FAO Training Manual 5, table 7: the middle of the range
 *     of sandy loam, loam, clay loam and clay, its upper bound for sand; the classes between are set between)
 */
public record TypicalTexture(
        double sandPercent, double clayPercent, double readilyEvaporable, double intakeMillimetresPerHour) {

    private static final double USUAL_ORGANIC_MATTER = 2.5;

    public static TypicalTexture of(TextureClass texture) {
        return switch (texture) {
            case SAND -> new TypicalTexture(92, 3, 4.5, 30);
            case LOAMY_SAND -> new TypicalTexture(82, 6, 6, 27);
            case SANDY_LOAM -> new TypicalTexture(65, 10, 8, 25);
            case LOAM -> new TypicalTexture(41, 18, 9, 15);
            case SILT_LOAM -> new TypicalTexture(20, 15, 9.5, 12);
            case SILT -> new TypicalTexture(6, 6, 9.5, 10);
            case SANDY_CLAY_LOAM -> new TypicalTexture(60, 27, 9, 10);
            case CLAY_LOAM -> new TypicalTexture(32, 34, 9.5, 7.5);
            case SILTY_CLAY_LOAM -> new TypicalTexture(10, 34, 9.5, 6);
            case SANDY_CLAY -> new TypicalTexture(52, 42, 10, 5);
            case SILTY_CLAY -> new TypicalTexture(6, 47, 10, 4);
            case CLAY -> new TypicalTexture(22, 58, 10, 3);
        };
    }

    public SoilTexture texture() {
        return new SoilTexture(sandPercent, clayPercent, USUAL_ORGANIC_MATTER);
    }
}
