package io.milliwatt.datasets.farm;

/** What a farm's file tells, always in these units. */
public enum FarmQuantity {
    /** °C, of the row's time. */
    AIR,
    /** °C, of the day. */
    AIR_MINIMUM,
    /** °C, of the day. */
    AIR_MAXIMUM,
    /** Per cent. */
    HUMIDITY,
    /** Per cent, of the day. */
    HUMIDITY_MINIMUM,
    /** Per cent, of the day. */
    HUMIDITY_MAXIMUM,
    /** °C. */
    DEW_POINT,
    /** m/s, at 2 m. */
    WIND,
    /** mm since the row before, or of the day. */
    RAIN,
    /** MJ/m², since the row before, or of the day. */
    SOLAR,
    /** mm, of the day, of the short reference surface. */
    REFERENCE,
    /** mm, gross, of the day. */
    IRRIGATION
}
