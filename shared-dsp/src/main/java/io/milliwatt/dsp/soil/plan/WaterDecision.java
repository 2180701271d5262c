package io.milliwatt.dsp.soil.plan;

/**
 * A day's water by a plan.
 *
 * @param millimetres 0 for none
 * @param why what settled it
 * @param lineMillimetres depletion from which on the plan waters on this day
 * @param needMillimetres what the crop will use until its end beyond what the soil and the plan's own sparing give it; may be below 0
 */
public record WaterDecision(double millimetres, Why why, double lineMillimetres, double needMillimetres) {

    /** What settled it. */
    public enum Why {
        DUE,
        /** The plan's line is not reached. */
        NOT_DRY,
        /** What is stored suffices until the crop's end, as far as the plan gives it water at all. */
        SOIL_SUFFICES,
        /** The plan may give no more. */
        WATER_SPENT,
        /** What fits in is less than a watering is worth. */
        TOO_LITTLE
    }
}
