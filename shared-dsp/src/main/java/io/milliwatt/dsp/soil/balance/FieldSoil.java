package io.milliwatt.dsp.soil.balance;

import io.milliwatt.dsp.soil.quantity.WaterContent;

/** A field's soil, for amounts of water down to a depth; mm. */
public sealed interface FieldSoil permits UniformSoil, LayeredSoil {

    /** TAW (FAO-56 eq. 82). */
    double availableWater(double depthMetres);

    /** TEW (FAO-56 eq. 73). */
    double evaporableWater(double depthMetres);

    /** Depletion at the begin of a season (FAO-56 eq. 87); negative where the soil is wetter than field capacity. */
    double initialDepletion(double depthMetres);

    static FieldSoil uniform(WaterLimits limits, WaterContent initial) {
        return new UniformSoil(limits, initial);
    }
}
