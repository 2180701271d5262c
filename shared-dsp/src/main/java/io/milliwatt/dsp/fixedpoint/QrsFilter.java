package io.milliwatt.dsp.fixedpoint;

import java.util.Arrays;

/**
 * The filters of the {@link QrsDetector} and what it looks up in their past: smoothing sum, baseline, differences, energy.
 *
 * <p>Headroom, for B samples smoothed (up to 63), N values of baseline (up to 512), I differences integrated (up to 256): a
 * sample is below 2¹⁵ in magnitude, their sum s below 2²¹, N s and the sum of N of them at most 2³⁰ − 2²⁴, so their difference
 * fits 32 bits. The shift g leaves 2^g > B N / 16, so a filtered value is below 2 · 2¹⁵ · 16 = 2²⁰, a difference of two below
 * 2²¹ and I of them below 2²⁹.
 */
final class QrsFilter {

    private final QrsDesign design;
    private final int gainShift;
    private final int smallestHeight;
    private final int[] raw;
    private final int[] smoothed;
    private final int[] filtered;
    private boolean primed;
    private int rawAt;
    private int smoothedAt;
    private int filteredAt;
    private int smoothedSum;
    private int baselineSum;
    private int energy;

    /** @param smallestExcursion in counts, 0 … 65,535: 2¹⁶ · 2⁵ · 2¹⁵ is below 2³⁷, and below 2²⁵ after the shift */
    QrsFilter(QrsDesign design, int smallestExcursion) {
        this.design = design;
        int gain = design.smoothing() * design.baseline();
        gainShift = Math.max(0, 32 - Integer.numberOfLeadingZeros(gain) - 4);
        smallestHeight = (int) (((long) smallestExcursion * design.slopeLag() * gain) >> gainShift);
        raw = new int[design.smoothing()];
        smoothed = new int[design.baseline()];
        filtered = new int[history(design)];
    }

    /** Filtered values kept: as many as any of the looks into the past reaches back. */
    static int history(QrsDesign design) {
        int peak = design.hold() + Math.max(design.slopeWindow() - 1 + design.slopeLag(), design.positionBack());
        return Math.max(peak, design.integration() - 1 + design.slopeLag()) + 1;
    }

    /** Takes a sample and returns the energy, 0 … 2³⁰. */
    int accept(int sample) {
        if (!primed) {
            prime(sample);
        }
        smoothedSum += sample - raw[rawAt];
        raw[rawAt] = sample;
        rawAt = (rawAt + 1) % raw.length;

        baselineSum += smoothedSum - smoothed[smoothedAt];
        smoothed[smoothedAt] = smoothedSum;
        int centre = Math.floorMod(smoothedAt - smoothed.length / 2, smoothed.length);
        smoothedAt = (smoothedAt + 1) % smoothed.length;
        int value = (smoothed[centre] * smoothed.length - baselineSum) >> gainShift;

        energy -= slope(design.integration() - 1);
        filteredAt = (filteredAt + 1) % filtered.length;
        filtered[filteredAt] = value;
        energy += slope(0);
        return energy;
    }

    /** As if the first sample had always been there: no jump from zero. */
    private void prime(int sample) {
        primed = true;
        smoothedSum = sample * raw.length;
        baselineSum = smoothedSum * smoothed.length;
        Arrays.fill(raw, sample);
        Arrays.fill(smoothed, smoothedSum);
    }

    private int filtered(int ago) {
        int at = filteredAt - ago;
        return filtered[at < 0 ? at + filtered.length : at];
    }

    private int slope(int ago) {
        return Math.abs(filtered(ago) - filtered(ago + design.slopeLag()));
    }

    /** The energy that the smallest excursion makes. */
    int smallestHeight() {
        return smallestHeight;
    }

    /** The steepest slope in the window before the energy's peak, which was {@code hold} samples ago. */
    int steepestSlope() {
        int steepest = 0;
        for (int i = 0; i < design.slopeWindow(); i++) {
            steepest = Math.max(steepest, slope(design.hold() + i));
        }
        return steepest;
    }

    /** How long ago the R wave of that peak was: the largest filtered value, where one below zero counts three quarters. */
    int positionAge() {
        int best = -1;
        int bestAgo = 0;
        for (int i = -design.positionAhead(); i <= design.positionBack(); i++) {
            int value = filtered(design.hold() + i);
            int size = value < 0 ? -value * 3 / 4 : value;
            if (size > best) {
                best = size;
                bestAgo = design.hold() + i;
            }
        }
        return bestAgo + (design.smoothing() - 1) / 2 + design.baseline() / 2;
    }
}
