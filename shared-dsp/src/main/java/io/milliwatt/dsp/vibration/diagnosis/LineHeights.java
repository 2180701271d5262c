package io.milliwatt.dsp.vibration.diagnosis;

import io.milliwatt.dsp.spectrum.Spectrum;
import java.util.Arrays;

/**
 * How far a power spectrum stands above its local floor, in decibels per bin; 0 where a line was struck out as explained, NaN where it must not
 * be counted at all. Immutable.
 */
final class LineHeights {

    /** Bins on each side of the floor's window, at least. */
    private static final int LEAST_FLOOR_BINS = 8;

    /** Half the width of a Hann line and a little, in bins. */
    private static final double LINE_BINS = 1.6;

    /** A shaft is not known better than this. */
    private static final double SPEED_DOUBT = 0.0005;

    private final double[] decibels;
    private final double stepHz;

    private LineHeights(double[] decibels, double stepHz) {
        this.decibels = decibels;
        this.stepHz = stepHz;
    }

    /** Over the median of ± {@code floorHalfWidthHz}. The lowest bins, which hold the mean, are level. */
    static LineHeights of(Spectrum power, double floorHalfWidthHz, double highestHz) {
        double[] values = power.values();
        int count = (int) Math.min(values.length, highestHz / power.stepHz() + 2);
        double level = values[Math.min(3, values.length - 1)];
        for (int bin = 0; bin < Math.min(3, values.length); bin++) {
            values[bin] = level;
        }
        int half = (int) Math.max(LEAST_FLOOR_BINS, Math.round(floorHalfWidthHz / power.stepHz()));
        double[] decibels = new double[count];
        double tiny = Double.MIN_NORMAL;
        SortedValues near = new SortedValues(Math.min(values.length, 2 * half + 1));
        int next = 0;
        for (int bin = 0; bin < count; bin++) {
            if (bin > half) {
                near.remove(values[bin - half - 1]);
            }
            while (next < values.length && next <= bin + half) {
                near.add(values[next++]);
            }
            decibels[bin] = 10 * Math.log10(Math.max(values[bin], tiny) / Math.max(near.median(), tiny));
        }
        return new LineHeights(decibels, power.stepHz());
    }

    double stepHz() {
        return stepHz;
    }

    double highestHz() {
        return (decibels.length - 1) * stepHz;
    }

    /** The largest height within one bin of a frequency; NaN where nothing there may be counted. */
    double at(double frequencyHz) {
        int nearest = (int) Math.round(frequencyHz / stepHz);
        double highest = Double.NaN;
        for (int bin = Math.max(1, nearest - 1); bin <= nearest + 1 && bin < decibels.length; bin++) {
            if (!Double.isNaN(decibels[bin]) && !(decibels[bin] <= highest)) {
                highest = decibels[bin];
            }
        }
        return highest;
    }

    /** Height at a frequency, linear between bins; 0 beyond the end. */
    double between(double frequencyHz) {
        int bin = (int) (frequencyHz / stepHz);
        if (bin + 1 >= decibels.length) {
            return 0;
        }
        double share = frequencyHz / stepHz - bin;
        return (1 - share) * decibels[bin] + share * decibels[bin + 1];
    }

    /** The exact place of the highest line within ± {@code halfWidthHz}, by a parabola through its three bins. */
    double peakHz(double frequencyHz, double halfWidthHz) {
        int from = Math.max(2, (int) Math.round((frequencyHz - halfWidthHz) / stepHz));
        int to = Math.min(decibels.length - 2, (int) Math.round((frequencyHz + halfWidthHz) / stepHz));
        if (from > to) {
            return frequencyHz;
        }
        int best = from;
        for (int bin = from; bin <= to; bin++) {
            if (decibels[bin] > decibels[best]) {
                best = bin;
            }
        }
        double curvature = decibels[best - 1] - 2 * decibels[best] + decibels[best + 1];
        double offset = curvature < 0 ? (decibels[best - 1] - decibels[best + 1]) / (2 * curvature) : 0;
        return (best + Math.clamp(offset, -0.5, 0.5)) * stepHz;
    }

    /** With all multiples of the shaft frequency struck out (set level): they are explained without any bearing. */
    LineHeights withoutShaft(double shaftHz) {
        double[] rest = decibels.clone();
        for (int order = 1; order * shaftHz < highestHz(); order++) {
            double halfWidth = LINE_BINS * stepHz + order * shaftHz * SPEED_DOUBT;
            for (int bin = first(order * shaftHz - halfWidth); bin <= last(order * shaftHz + halfWidth); bin++) {
                rest[bin] = Math.min(rest[bin], 0);
            }
        }
        return new LineHeights(rest, stepHz);
    }

    /** With a comb and its side bands taken out of the count. */
    LineHeights withoutComb(double baseHz, double sideHz, int sideBands) {
        double[] rest = decibels.clone();
        for (int harmonic = 1; harmonic * baseHz < highestHz() + 5 * stepHz; harmonic++) {
            double halfWidth = 2 * stepHz + harmonic * baseHz * 0.004;
            for (int side = -sideBands; side <= sideBands; side++) {
                double lineHz = harmonic * baseHz + side * sideHz;
                if (lineHz > 0) {
                    Arrays.fill(rest, first(lineHz - halfWidth), last(lineHz + halfWidth) + 1, Double.NaN);
                }
            }
        }
        return new LineHeights(rest, stepHz);
    }

    /** First bin at or above a frequency, within 0..length. */
    private int first(double frequencyHz) {
        return (int) Math.clamp(Math.ceil(frequencyHz / stepHz), 0, decibels.length);
    }

    /** Last bin at or below a frequency, within -1..length - 1, never below {@code first - 1}. */
    private int last(double frequencyHz) {
        return (int) Math.clamp(Math.floor(frequencyHz / stepHz), -1, decibels.length - 1);
    }
}
