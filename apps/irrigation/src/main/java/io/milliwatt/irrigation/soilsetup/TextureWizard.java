package io.milliwatt.irrigation.soilsetup;

import io.milliwatt.dsp.soil.balance.WaterLimits;
import io.milliwatt.dsp.soil.quantity.WaterContent;
import io.milliwatt.dsp.soil.texture.SaxtonRawls2006;
import io.milliwatt.dsp.soil.texture.SoilTexture;
import io.milliwatt.dsp.soil.texture.TextureClass;
import io.milliwatt.irrigation.reason.Setting;
import io.milliwatt.irrigation.zone.LimitsOrigin;
import io.milliwatt.irrigation.zone.SoilHorizon;
import io.milliwatt.irrigation.zone.ZoneSoil;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;

/** From texture to the figures of a balance. */
public final class TextureWizard {
    private static final double CENTIMETRES_PER_METRE = 100;
    private static final double DEEPEST_ROOTS_CENTIMETRES = 1_000;
    private static final double PERCENT = 100;
    private static final double MOST_DEPLETED_PERCENT = 99;

    private static final double EVAPORATION_DEPTH_METRES = 0.1;
    private static final double MILLIMETRES_PER_METRE = 1000;

    private TextureWizard() {}

    /**
     * What the texture says, for a root depth and a refill line.
     *
     * @param rootDepthMetres of the grown crop
     * @param allowedDepletion part of the available water to be used before the refill, 0 to 1
     * @param refillContent at which the whole root zone stands on the refill line
     * @param fieldCapacityError how far the texture's equations are usually off, m³/m³
     */
    public record Answer(
            TextureClass textureClass,
            SoilTexture texture,
            SaxtonRawls2006 water,
            double rootDepthMetres,
            double allowedDepletion,
            double availableMillimetres,
            double refillMillimetres,
            WaterContent refillContent,
            double readilyEvaporable,
            double intakeMillimetresPerHour,
            double fieldCapacityError) {

        /** One layer of this soil down to a depth. */
        public SoilHorizon horizon(double bottomMetres) {
            return new SoilHorizon(
                    bottomMetres,
                    Optional.of(texture),
                    new WaterLimits(water.fieldCapacity(), water.wiltingPoint()),
                    water.saturation(),
                    LimitsOrigin.TEXTURE);
        }

        /** The whole zone of this soil. */
        public ZoneSoil soil(double bottomMetres) {
            return new ZoneSoil(
                    List.of(horizon(bottomMetres)),
                    EVAPORATION_DEPTH_METRES,
                    readilyEvaporable,
                    intakeMillimetresPerHour,
                    OptionalDouble.empty());
        }
    }

    /** By the name of the class alone. */
    public static Answer of(TextureClass textureClass, double rootDepthMetres, double allowedDepletion) {
        return of(TypicalTexture.of(textureClass).texture(), rootDepthMetres, allowedDepletion);
    }

    /** By a laboratory's figures. */
    public static Answer of(SoilTexture texture, double rootDepthMetres, double allowedDepletion) {
        Setting.ROOT_DEPTH.requireAbove(CENTIMETRES_PER_METRE * rootDepthMetres, 0, DEEPEST_ROOTS_CENTIMETRES);
        Setting.DEPLETED_PART.requireAbove(PERCENT * allowedDepletion, 0, MOST_DEPLETED_PERCENT);
        SaxtonRawls2006 water = SaxtonRawls2006.of(texture);
        TypicalTexture typical = TypicalTexture.of(texture.textureClass());
        double available = MILLIMETRES_PER_METRE * water.availableFraction() * rootDepthMetres;
        return new Answer(
                texture.textureClass(),
                texture,
                water,
                rootDepthMetres,
                allowedDepletion,
                available,
                allowedDepletion * available,
                WaterContent.ofFraction(
                        water.fieldCapacity().fraction() - allowedDepletion * water.availableFraction()),
                typical.readilyEvaporable(),
                typical.intakeMillimetresPerHour(),
                0.04);
    }
}
