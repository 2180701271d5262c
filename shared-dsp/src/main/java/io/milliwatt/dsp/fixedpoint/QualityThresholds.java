package io.milliwatt.dsp.fixedpoint;

/**
 * From where on a window is clipped, flat or stopped.
 *
 * @param clipLevelCounts a sample of at least this magnitude is clipped, 1 … 32,768
 * @param clippedSamples from so many on the window is clipped, 1 … 65,535
 * @param flatRangeCounts a window whose values span at most this is flat, 0 … 65,535
 * @param levelFractionBits of the level's root mean square, 0 … 30
 * @param stoppedBelowNanoUnits a lower root mean square is a standing machine, 0 … 2³¹ − 1
 * @param stoppedBelowMilliHertz a slower shaft stands still, 0 … 1,000,000
 */
public record QualityThresholds(
        int clipLevelCounts,
        int clippedSamples,
        int flatRangeCounts,
        int levelFractionBits,
        int stoppedBelowNanoUnits,
        int stoppedBelowMilliHertz) {}
