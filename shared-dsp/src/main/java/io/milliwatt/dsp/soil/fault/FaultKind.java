package io.milliwatt.dsp.soil.fault;

/** What can be wrong with a probe's days. */
public enum FaultKind {
    /** One day far from its neighbours and back. */
    SPIKE,
    /** A jump to another level that stays, without water that explains it. */
    STEP,
    /** The same value for days, while the water around moves. */
    STUCK,
    /** Ice is not felt as water: no fault of the probe, but no reading of the soil either. */
    FROZEN,
    /** A fall to a flat low value: out of the soil, or cut. */
    BREAK,
    /** Runs away slowly from what the other depths and the weather tell. */
    DRIFT
}
