package io.milliwatt.dsp.soil.quality;

import java.util.Arrays;
import java.util.stream.IntStream;

/** Values that stay constant: low ones after a drop, high ones near the highest ever (Dorigo et al. 2013, eq. 10 to 14). Gaps are bridged. */
final class Plateaus {
    private static final int LOW_LENGTH = 13;
    private static final double LOW_RELATIVE_VARIANCE = 0.001;
    private static final int HIGH_LENGTH = 12;
    private static final double HIGH_VARIANCE = 0.05;
    private static final int SEARCH = 12;
    private static final double LEAST_RISE = 0.25;
    private static final double OF_HIGHEST = 0.95;
    private static final double POSSIBLE_PERCENT = 60;

    private Plateaus() {}

    static boolean[] low(Readings moisture, Breaks breaks) {
        int[] there = indicesOfPresent(moisture);
        Readings bridged = bridged(moisture, there);
        boolean[] flagged = new boolean[moisture.length()];
        boolean running = false;
        int last = Integer.MIN_VALUE;
        double before = Double.NaN;
        for (int i = 0; i < there.length; i++) {
            double relative = relativeVariance(bridged, i);
            if (breaks.drops(there[i]) && relative < LOW_RELATIVE_VARIANCE) {
                running = true;
            } else if (relative - before >= LOW_RELATIVE_VARIANCE) {
                running = false;
            }
            before = relative;
            last = running ? i : last;
            flagged[there[i]] = i >= LOW_LENGTH - 1 && last >= 0 && i - last < LOW_LENGTH;
        }
        return flagged;
    }

    /** Of the 13 readings from i on. */
    private static double relativeVariance(Readings bridged, int i) {
        double[] window = bridged.present(i, i + LOW_LENGTH - 1);
        double relative = window.length < LOW_LENGTH
                ? Double.NaN
                : Readings.rounded(Readings.variance(window), 4) / Readings.rounded(Readings.mean(window), 4);
        // Nothing but zeros has no mean to relate to, and does not vary.
        return Double.isNaN(relative) && bridged.at(i) == 0 ? 0 : relative;
    }

    static boolean[] high(Readings moisture) {
        int[] there = indicesOfPresent(moisture);
        Readings bridged = bridged(moisture, there);
        double[] slope = bridged(moisture.slope(), there).values();
        double highest = Arrays.stream(bridged.values())
                .filter(value -> value < POSSIBLE_PERCENT)
                .max()
                .orElse(Double.NaN);
        boolean[] flagged = new boolean[moisture.length()];
        int i = 0;
        while (i < there.length) {
            if (!calm(bridged, i)) {
                i++;
                continue;
            }
            int first = i;
            while (i < there.length && calm(bridged, i)) {
                i++;
            }
            flag(flagged, bridged, slope, there, first, i - 1, highest);
        }
        return flagged;
    }

    private static boolean calm(Readings bridged, int i) {
        double[] window = bridged.present(i, i + HIGH_LENGTH - 1);
        return window.length == HIGH_LENGTH && Readings.variance(window) <= HIGH_VARIANCE;
    }

    /** A calm stretch is a plateau of saturation if it began with a rise, ends with a fall and lies near the highest value. */
    private static void flag(
            boolean[] flagged, Readings bridged, double[] slope, int[] there, int first, int last, double highest) {
        double rise = Readings.rounded(extreme(slope, first - SEARCH, first + SEARCH, true), 3);
        double fall = Readings.rounded(extreme(slope, last, last + 2 * SEARCH, false), 3);
        if (!(rise >= LEAST_RISE && fall < 0)) {
            return;
        }
        int end = Math.min(there.length - 1, last + HIGH_LENGTH - 1);
        int from = firstWith(slope, rise, first, end, first);
        int to = firstWith(slope, fall, first, end, end);
        if (from <= to && Readings.mean(bridged.present(from, to)) > OF_HIGHEST * highest) {
            for (int i = from; i <= to; i++) {
                flagged[there[i]] = true;
            }
        }
    }

    private static double extreme(double[] slope, int from, int to, boolean greatest) {
        double[] window = new Readings(slope).present(from, to);
        return (greatest ? Arrays.stream(window).max() : Arrays.stream(window).min()).orElse(Double.NaN);
    }

    private static int firstWith(double[] slope, double rounded, int from, int to, int otherwise) {
        for (int i = from; i <= to; i++) {
            if (Readings.rounded(slope[i], 3) == rounded) {
                return i;
            }
        }
        return otherwise;
    }

    private static int[] indicesOfPresent(Readings moisture) {
        return IntStream.range(0, moisture.length())
                .filter(i -> !Double.isNaN(moisture.at(i)))
                .toArray();
    }

    private static Readings bridged(Readings readings, int[] there) {
        return new Readings(Arrays.stream(there).mapToDouble(readings::at).toArray());
    }
}
