package io.milliwatt.dsp.fixedpoint;

import java.util.Arrays;

/**
 * What the {@link QrsDetector} has learnt of the heights of beats and of noise, and of the rhythm.
 *
 * <p>Ratios are in Q10, those to the RR interval in Q8; they were found by search on half of the MIT-BIH Arrhythmia Database.
 * Headroom: heights stay below 2³⁰ and intervals within 2²⁴, so two heights or four intervals add up within 32 bits.
 */
final class QrsLevels {

    private static final int COUNT = 8;
    private static final int FALLING_FROM_Q10 = 576;
    private static final int FALLING_TO_Q10 = 174;
    private static final int FALLING_INTERVALS_Q8 = 280;
    private static final int NOISE_Q10 = 2_732;
    private static final int NOISE_CAP_Q10 = 780;
    private static final int NOISE_CLIP_Q10 = 549;
    private static final int HEIGHT_CLIP_Q10 = 2_010;
    private static final int DECAY_Q10 = 640;

    private final int[] heights = new int[COUNT];
    private final int[] noises = new int[COUNT];
    private final int[] intervals = new int[COUNT];
    private int heightAt;
    private int noiseAt;
    private int intervalAt;
    private int level;
    private int interval;

    static int shareQ10(int value, int partQ10) {
        return (int) Math.min(((long) value * partQ10) >> 10, Integer.MAX_VALUE);
    }

    /** From the highest energy in each of the first eight seconds, of which an artefact in half of them is harmless. */
    void start(int[] highestOfSeconds, int smallestHeight, int firstInterval) {
        level = Math.max(ordered(highestOfSeconds)[3], smallestHeight);
        interval = firstInterval;
        Arrays.fill(heights, level);
        Arrays.fill(noises, level / 6);
        Arrays.fill(intervals, firstInterval);
    }

    private static int[] ordered(int[] values) {
        int[] ordered = values.clone();
        Arrays.sort(ordered);
        return ordered;
    }

    /** Of beats' heights. */
    int level() {
        return level;
    }

    /** The rhythm's RR. */
    int interval() {
        return interval;
    }

    /** Of the newest beat, clipped. */
    int newestHeight() {
        return heights[(heightAt + COUNT - 1) % COUNT];
    }

    void learnHeight(int height) {
        heights[heightAt] = Math.min(height, shareQ10(level, HEIGHT_CLIP_Q10));
        heightAt = (heightAt + 1) % COUNT;
        int[] ordered = ordered(heights);
        level = (ordered[4] + ordered[5]) / 2;
    }

    void learnNoise(int height) {
        noises[noiseAt] = Math.min(height, shareQ10(level, NOISE_CLIP_Q10));
        noiseAt = (noiseAt + 1) % COUNT;
    }

    void learnInterval(int length, int shortest) {
        if (length > shortest && 2 * length < 5 * interval) {
            intervals[intervalAt] = length;
            intervalAt = (intervalAt + 1) % COUNT;
            int[] ordered = ordered(intervals);
            interval = (ordered[2] + ordered[3] + ordered[4] + ordered[5]) / 4;
        }
    }

    /** Falls from a beat on, so that a T wave is not taken for the next beat, and rises with the noise. */
    int threshold(int sinceBeat) {
        int span = (int) (((long) interval * FALLING_INTERVALS_Q8) >> 8);
        long fallen = (long) (FALLING_FROM_Q10 - FALLING_TO_Q10) * Math.min(sinceBeat, span) / span;
        int falling = shareQ10(level, (int) (FALLING_FROM_Q10 - fallen));
        long sum = 0;
        for (int noise : noises) {
            sum += noise;
        }
        int noise = Math.min(shareQ10((int) (sum / COUNT), NOISE_Q10), shareQ10(level, NOISE_CAP_Q10));
        return Math.max(falling, noise);
    }

    /** A second without a beat after the second: the level falls, but not below steady noise or the smallest beat. */
    void decay(int lowest) {
        level = Math.max(shareQ10(level, DECAY_Q10), Math.min(level, lowest));
        for (int i = 0; i < COUNT; i++) {
            heights[i] = Math.min(heights[i], level);
        }
    }
}
