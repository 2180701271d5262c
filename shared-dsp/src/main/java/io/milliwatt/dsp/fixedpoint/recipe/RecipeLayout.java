package io.milliwatt.dsp.fixedpoint.recipe;

/** Numbers of the section's layout. */
final class RecipeLayout {

    static final int FORMAT_VERSION = 0x0100;

    /** Offset of a step's length in the step. */
    static final int STEP_LENGTH = 2;

    private RecipeLayout() {}
}
