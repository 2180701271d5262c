package io.milliwatt.irrigation.zone;

import io.milliwatt.dsp.soil.balance.WaterLimits;
import io.milliwatt.dsp.soil.quantity.WaterContent;
import io.milliwatt.dsp.soil.texture.SoilTexture;
import io.milliwatt.irrigation.reason.Reason;
import io.milliwatt.irrigation.reason.ReasonCode;
import io.milliwatt.irrigation.reason.Setting;
import io.milliwatt.irrigation.reason.UnfitException;
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

    private static final double DEEPEST_CENTIMETRES = 1_000;
    private static final double CENTIMETRES_PER_METRE = 100;
    private static final double PERCENT = 100;

    public SoilHorizon {
        Setting.LAYER_BOTTOM.requireAbove(CENTIMETRES_PER_METRE * bottomMetres, 0, DEEPEST_CENTIMETRES);
        if (saturation.compareTo(limits.fieldCapacity()) < 0) {
            throw new UnfitException(Reason.of(ReasonCode.SATURATION_BELOW_CAPACITY)
                    .with("saturationPercent", PERCENT * saturation.fraction())
                    .with("capacityPercent", PERCENT * limits.fieldCapacity().fraction()));
        }
    }

    public SoilHorizon withLimits(WaterLimits learned, LimitsOrigin from) {
        WaterContent highest = saturation.compareTo(learned.fieldCapacity()) < 0 ? learned.fieldCapacity() : saturation;
        return new SoilHorizon(bottomMetres, texture, learned, highest, from);
    }
}
