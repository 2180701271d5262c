package io.milliwatt.dsp.ecg;

import java.util.Arrays;
import java.util.List;

/**
 * The intervals between normal beats ("NN"), in the order they happened. An interval counts when
 * <ol>
 *   <li>both its beats are sinus beats that follow each other directly,
 *   <li>it is 300 to 2,000 ms long (Bauer et al. 2008, J. Am. Coll. Cardiol. 52), and
 *   <li>it differs by no more than 20 % from the mean of the last five that counted (the same source). Five refusals in a row by this
 *   rule alone are a new rate and not artefacts: the reference starts afresh.
 * </ol>
 * What does not count is left out and not replaced; successive differences are taken only between direct neighbours.
 */
public final class NormalIntervals {

    private static final double SHORTEST_MILLIS = 300;
    private static final double LONGEST_MILLIS = 2_000;
    private static final double TOLERATED_CHANGE = 0.2;
    private static final int REFERENCE_INTERVALS = 5;

    private final double[] millis;
    private final double[] endMillis;
    private final boolean[] followsPrevious;
    private final int rejected;

    private NormalIntervals(double[] millis, double[] endMillis, boolean[] followsPrevious, int rejected) {
        this.millis = millis;
        this.endMillis = endMillis;
        this.followsPrevious = followsPrevious;
        this.rejected = rejected;
    }

    /** Beats in order of time; an empty list, one beat, or none normal gives an empty series. */
    public static NormalIntervals fromBeats(List<HeartBeat> beats) {
        int most = Math.max(0, beats.size() - 1);
        double[] millis = new double[most];
        double[] ends = new double[most];
        boolean[] follows = new boolean[most];
        int count = 0;
        int refusedInARow = 0;
        int referenceFrom = 0;
        boolean neighbourCounts = false;
        for (int i = 1; i < beats.size(); i++) {
            double interval = beats.get(i).timeMillis() - beats.get(i - 1).timeMillis();
            if (interval <= 0) {
                throw new IllegalArgumentException("Beats must be in order of time, but beat " + i + " at "
                        + beats.get(i).timeMillis() + " ms does not follow "
                        + beats.get(i - 1).timeMillis() + " ms");
            }
            boolean candidate = beats.get(i - 1).origin() == BeatOrigin.SINUS
                    && beats.get(i).origin() == BeatOrigin.SINUS
                    && interval >= SHORTEST_MILLIS
                    && interval <= LONGEST_MILLIS;
            boolean steady =
                    nearReference(millis, Math.max(referenceFrom, count - REFERENCE_INTERVALS), count, interval);
            refusedInARow = candidate && !steady ? refusedInARow + 1 : 0;
            if (refusedInARow == REFERENCE_INTERVALS) {
                referenceFrom = count;
                refusedInARow = 0;
            }
            boolean counts = candidate && steady;
            if (counts) {
                millis[count] = interval;
                ends[count] = beats.get(i).timeMillis();
                follows[count] = neighbourCounts;
                count++;
            }
            neighbourCounts = counts;
        }
        return new NormalIntervals(
                Arrays.copyOf(millis, count), Arrays.copyOf(ends, count), Arrays.copyOf(follows, count), most - count);
    }

    /** Intervals that are already known to be normal and to follow each other directly; the first begins at time 0. */
    public static NormalIntervals ofSuccessive(double... intervalMillis) {
        double[] ends = new double[intervalMillis.length];
        boolean[] follows = new boolean[intervalMillis.length];
        double time = 0;
        for (int i = 0; i < ends.length; i++) {
            if (!(intervalMillis[i] > 0)) {
                throw new IllegalArgumentException(
                        "An interval must be longer than 0 ms, but interval " + i + " is " + intervalMillis[i] + " ms");
            }
            time += intervalMillis[i];
            ends[i] = time;
            follows[i] = i > 0;
        }
        return new NormalIntervals(intervalMillis.clone(), ends, follows, 0);
    }

    private static boolean nearReference(double[] accepted, int from, int to, double interval) {
        if (from >= to) {
            return true;
        }
        double sum = 0;
        for (int i = from; i < to; i++) {
            sum += accepted[i];
        }
        double reference = sum / (to - from);
        return Math.abs(interval - reference) <= TOLERATED_CHANGE * reference;
    }

    public int size() {
        return millis.length;
    }

    /** How many intervals between beats were left out. */
    public int rejected() {
        return rejected;
    }

    /** Share of all intervals that counted, 0..1; 0 for none. */
    public double share() {
        int all = millis.length + rejected;
        return all == 0 ? 0 : (double) millis.length / all;
    }

    public double[] millis() {
        return millis.clone();
    }

    /** Times of the beats that end the intervals. */
    public double[] endMillis() {
        return endMillis.clone();
    }

    /** From the first interval's begin to the last one's end; 0 for none. */
    public double spanMillis() {
        return millis.length == 0 ? 0 : endMillis[millis.length - 1] - endMillis[0] + millis[0];
    }

    /** Whether interval {@code index} begins where the one before it ends. */
    public boolean followsPrevious(int index) {
        return followsPrevious[index];
    }

    /** Each interval minus its direct neighbour before; gaps give none. */
    public double[] successiveDifferencesMillis() {
        double[] differences = new double[millis.length];
        int count = 0;
        for (int i = 1; i < millis.length; i++) {
            if (followsPrevious[i]) {
                differences[count++] = millis[i] - millis[i - 1];
            }
        }
        return Arrays.copyOf(differences, count);
    }
}
