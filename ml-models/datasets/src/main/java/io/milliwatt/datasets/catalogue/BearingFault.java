package io.milliwatt.datasets.catalogue;

/** Which part of a rolling bearing is damaged. */
public enum BearingFault {
    NONE,
    INNER_RACE,
    OUTER_RACE,
    ROLLING_ELEMENT
}
