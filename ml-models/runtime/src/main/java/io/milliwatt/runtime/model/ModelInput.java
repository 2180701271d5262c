package io.milliwatt.runtime.model;

/** Where a model's inputs come from in a finished window: single recipe values, or one array step as a whole. */
public sealed interface ModelInput permits InputMap, RecipeArray {

    /** Refuses a model with another number of inputs, or that cannot take this kind of input. */
    void check(Model model);
}
