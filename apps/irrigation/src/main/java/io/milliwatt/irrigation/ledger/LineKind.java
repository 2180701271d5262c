package io.milliwatt.irrigation.ledger;

import java.util.Locale;

/** What a line of the account is; its amount adds to the depletion, so water in is negative. */
public enum LineKind {
    /** Forecast rain, entered before it is known. */
    RAIN_EXPECTED,
    /** The same taken back, once the gauge has spoken. */
    RAIN_EXPECTED_TAKEN_BACK,
    RAIN_MEASURED,
    /** Of the rain, along the surface. */
    RUNOFF,
    IRRIGATION,
    /** Of the irrigation, on its way. */
    IRRIGATION_LOSS,
    TRANSPIRATION,
    EVAPORATION,
    /** Depletion of soil that the roots have newly reached. */
    ROOT_GROWTH,
    /** Water beyond field capacity, below the roots. */
    DRAINAGE,
    /** Demand that the soil could not give. */
    UNMET_DEMAND,
    /** By which the probe put the account right. */
    PROBE_CORRECTION;

    /** As it is written in messages, such as {@code rain-expected}. */
    public String label() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
