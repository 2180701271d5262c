package io.milliwatt.dsp.soil.crop;

/** The stages of FAO-56 figure 25, and the time after them, in which the last coefficient goes on. */
public enum Stage {
    INITIAL,
    DEVELOPMENT,
    MID_SEASON,
    LATE_SEASON,
    AFTER_SEASON
}
