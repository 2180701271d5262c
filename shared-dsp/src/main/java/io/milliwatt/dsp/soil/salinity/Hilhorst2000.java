package io.milliwatt.dsp.soil.salinity;

import io.milliwatt.dsp.soil.quantity.Conductivity;

/**
 * Pore-water conductivity from bulk conductivity and permittivity of the same place (Hilhorst 2000, Soil Science Society of America Journal
 * 64:1922): σp = εp σb / (εb − ε0). It fails in dry soil, where the permittivity comes near its offset.
 */
public final class Hilhorst2000 {
    /** Offset at no conductivity: 4.1 on the mean of the paper's soils, 1.9 to 7.6 in single ones. */
    public static final double USUAL_OFFSET = 4.1;

    /** The model is good above about 0.10 m³/m³ of water, a permittivity of 6. */
    private static final double LEAST_ABOVE_OFFSET = 2;

    private Hilhorst2000() {}

    public static Conductivity.PoreWater poreWater(Conductivity.Bulk bulk, double permittivity, double celsius) {
        return poreWater(bulk, permittivity, celsius, USUAL_OFFSET);
    }

    /** @throws IllegalArgumentException in dry soil */
    public static Conductivity.PoreWater poreWater(
            Conductivity.Bulk bulk, double permittivity, double celsius, double offset) {
        if (!(permittivity - offset >= LEAST_ABOVE_OFFSET)) {
            throw new IllegalArgumentException(
                    "The soil is too dry to tell its pore water's conductivity: permittivity "
                            + permittivity + " is not " + LEAST_ABOVE_OFFSET + " above the offset of " + offset
                            + "; wait until it is wetter");
        }
        double water = 80.3 - 0.37 * (celsius - 20);
        return new Conductivity.PoreWater(water * bulk.decisiemensPerMetre() / (permittivity - offset));
    }
}
