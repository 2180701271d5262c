package io.milliwatt.runtime.heart;

import io.milliwatt.dsp.fixedpoint.heart.RhythmLimits;

/**
 * What may be set for a patient and a sensor.
 *
 * @param nanoMillivoltPerCount size of one count in billionths of a millivolt, 1 … 2³⁰ − 1; 5,000,000 where a count is 5 µV
 * @param lowestRail counts at and below it are clipped
 * @param highestRail counts at and above it are clipped
 * @param hasPacemaker the patient has one: its spikes are taken out, and the beats after them marked
 */
public record HeartSettings(
        RhythmLimits limits, int nanoMillivoltPerCount, int lowestRail, int highestRail, boolean hasPacemaker) {

    public HeartSettings {
        if (nanoMillivoltPerCount < 1 || nanoMillivoltPerCount >= 1 << 30) {
            throw new IllegalArgumentException("A count of " + nanoMillivoltPerCount
                    + " nano-mV is outside 1 … 1073741823; give a count's size in billionths of a millivolt.");
        }
        if (lowestRail >= highestRail) {
            throw new IllegalArgumentException("The converter's lowest rail, " + lowestRail
                    + ", is not below its highest, " + highestRail + "; swap them.");
        }
    }

    /** The limits that the rules bring, and a converter of 16 bits. */
    public static HeartSettings defaults(int sampleRateHz, int nanoMillivoltPerCount) {
        return new HeartSettings(
                RhythmLimits.defaults(sampleRateHz), nanoMillivoltPerCount, Short.MIN_VALUE, Short.MAX_VALUE, false);
    }

    /** The same for a patient with a pacemaker, or without. */
    public HeartSettings withPacemaker(boolean has) {
        return new HeartSettings(limits, nanoMillivoltPerCount, lowestRail, highestRail, has);
    }
}
