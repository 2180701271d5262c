package io.milliwatt.irrigation.zone;

import io.milliwatt.dsp.soil.quantity.Conductivity;
import io.milliwatt.dsp.soil.salinity.Leaching;

/**
 * Salt in the water and what the crop bears of it.
 *
 * @param water of the irrigation, ECw
 * @param tolerated of the saturated paste at the wanted yield, ECe (FAO-29 table 4)
 */
public record WaterQuality(Conductivity.IrrigationWater water, Conductivity.SaturatedPaste tolerated) {

    public WaterQuality {
        // Refuses water that no leaching makes good, where it is entered and not in the night of an irrigation.
        Leaching.requirement(water, tolerated);
    }

    /** Part of the water that must pass the root zone, 0 to below 1. */
    public double leachingFraction() {
        return Leaching.requirement(water, tolerated);
    }
}
