package io.milliwatt.dsp.fixedpoint;

/**
 * What a sensor can plausibly say.
 *
 * @param lowest plausible value
 * @param highest plausible value, at least the lowest
 * @param largestChange from the last plausible value, 0 … 2³¹ − 1
 * @param jumpsToBelieve so many values in a row are refused for their distance; the next one is believed, 0 … 65,535
 * @param stuckAfter so many equal values in a row are a fault, 0 … 65,535; 0 for a sensor that may stand still
 * @param faultsToFlag so many faults in a window make it a window of a faulty sensor, 1 … 65,535
 */
public record PlausibilityRule(
        int lowest, int highest, int largestChange, int jumpsToBelieve, int stuckAfter, int faultsToFlag) {}
