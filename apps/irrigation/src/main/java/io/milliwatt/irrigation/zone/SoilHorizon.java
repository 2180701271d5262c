package io.milliwatt.irrigation.zone;

import io.milliwatt.dsp.soil.balance.WaterLimits;
import io.milliwatt.dsp.soil.quantity.WaterContent;
import io.milliwatt.dsp.soil.texture.SoilTexture;
import java.util.Optional;

/**
 * A layer of soil.
 *
 * @param bottomMetres depth at which it ends
 * @param texture where it is known
 * @param saturation above which a reading cannot be true
 */
public record SoilHorizon(
        double bottomMetres,
        Optional<SoilTexture> texture,
        WaterLimits limits,
        WaterContent saturation,
        LimitsOrigin origin) {

    private static final double DEEPEST_METRES = 10;

    public SoilHorizon {
        if (!(bottomMetres > 0 && bottomMetres <= DEEPEST_METRES)) {
            throw new IllegalArgumentException(
                    "A soil layer ends at " + bottomMetres + " m; it must end above 0 and at most 10 m down.");
        }
        if (saturation.compareTo(limits.fieldCapacity()) < 0) {
            throw new IllegalArgumentException("The layer's saturation of " + saturation.fraction()
                    + " m³/m³ lies below its field capacity of "
                    + limits.fieldCapacity().fraction() + " m³/m³.");
        }
    }

    public SoilHorizon withLimits(WaterLimits learned, LimitsOrigin from) {
        WaterContent highest = saturation.compareTo(learned.fieldCapacity()) < 0 ? learned.fieldCapacity() : saturation;
        return new SoilHorizon(bottomMetres, texture, learned, highest, from);
    }
}
