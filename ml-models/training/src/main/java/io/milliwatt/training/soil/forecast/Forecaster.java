package io.milliwatt.training.soil.forecast;

/** What is compared: a change of water content for each horizon. */
interface Forecaster {
    /** 0.01 % after 1, 3 and 7 days. */
    double[] changes(DepthSample sample, Rain rain);
}
