package io.milliwatt.dsp.soil.salinity;

import io.milliwatt.dsp.soil.quantity.Conductivity;
import io.milliwatt.dsp.soil.quantity.WaterDepth;

/** How much more water than the crop uses must go through the root zone to keep its salt in bounds (FAO-29 rev. 1, chapter 2). */
public final class Leaching {
    private Leaching() {}

    /**
     * Leaching requirement under surface and sprinkler irrigation: LR = ECw / (5 ECe − ECw) (FAO-29 eq. 9, Rhoades 1974).
     *
     * @param tolerated ECe that the crop bears at the wanted yield (FAO-29 table 4)
     * @return part of the applied water, 0 to below 1
     * @throws IllegalArgumentException where no amount of this water keeps the soil below the tolerated salt
     */
    public static double requirement(Conductivity.IrrigationWater water, Conductivity.SaturatedPaste tolerated) {
        double room = 5 * tolerated.decisiemensPerMetre() - water.decisiemensPerMetre();
        double requirement = room > 0 ? water.decisiemensPerMetre() / room : 1;
        if (requirement >= 1) {
            throw new IllegalArgumentException("Water of " + water.decisiemensPerMetre()
                    + " dS/m cannot keep the soil at " + tolerated.decisiemensPerMetre()
                    + " dS/m however much is given; mix it with better water or grow a crop that bears more");
        }
        return requirement;
    }

    /** Water to apply for a crop's use with its leaching: ET / (1 − LR) (FAO-29 eq. 7). */
    public static WaterDepth applied(WaterDepth cropUse, double requirement) {
        if (!(requirement >= 0 && requirement < 1)) {
            throw new IllegalArgumentException("A leaching requirement lies from 0 to below 1, not " + requirement);
        }
        return WaterDepth.ofMillimetres(cropUse.millimetres() / (1 - requirement));
    }

    /**
     * Relative yield by the crop's threshold and slope (Maas and Hoffman 1977; FAO-29 eq. 8).
     *
     * @param thresholdDecisiemens ECe up to which nothing is lost
     * @param lossPerDecisiemens part of the yield lost for each dS/m above, such as 0.12 for maize
     * @return 0 to 1
     */
    public static double relativeYield(
            Conductivity.SaturatedPaste soil, double thresholdDecisiemens, double lossPerDecisiemens) {
        return Math.clamp(
                1 - lossPerDecisiemens * Math.max(0, soil.decisiemensPerMetre() - thresholdDecisiemens), 0, 1);
    }
}
