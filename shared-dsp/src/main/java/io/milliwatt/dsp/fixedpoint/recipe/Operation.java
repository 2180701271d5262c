package io.milliwatt.dsp.fixedpoint.recipe;

/** The operation numbers of recipe.md. Numbers are never used again for something else. */
final class Operation {

    static final int MEAN_REMOVAL = 1;
    static final int BIQUADS = 2;
    static final int WHITENING = 3;
    static final int SQUARE = 4;
    static final int DECIMATING_FIR = 5;
    static final int ENERGY = 16;
    static final int MOMENTS = 17;
    static final int SIGNAL_QUALITY = 18;
    static final int BASELINE_ANOMALY = 19;
    static final int LOG_SPECTRUM = 32;
    static final int LOCAL_FLOOR = 33;
    static final int LINE_SCORE = 34;
    static final int SHAFT_SPEED = 35;

    static final int FORMAT_VERSION = 0x0100;
    static final int HEADER_BYTES = 24;
    static final int STEP_HEAD_BYTES = 4;
    static final int OUTPUT_HEAD_BYTES = 14;

    private Operation() {}
}
