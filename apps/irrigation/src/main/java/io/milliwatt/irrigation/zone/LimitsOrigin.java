package io.milliwatt.irrigation.zone;

/** How field capacity and wilting point of a layer came to be known; from the least certain to the most. */
public enum LimitsOrigin {
    /** By the texture's equations: field capacity is off by some 0.03 to 0.05 m³/m³. */
    TEXTURE,
    /** From the readings after rain: where they stay once the soil has drained. */
    DRAINAGE_PLATEAU,
    /** Measured in a laboratory or in the field. */
    MEASURED
}
