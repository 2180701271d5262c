package io.milliwatt.irrigation.ledger;

/** How an irrigation's water is known; a better evidence of the same run replaces a lesser one. */
public enum Evidence {
    /** Somebody said so. */
    REPORTED,
    /** From how long the valve was open. */
    TIMED,
    /** Through a flow meter. */
    METERED
}
