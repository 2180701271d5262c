package io.milliwatt.dsp.fixedpoint.heart;

/**
 * The last 64 values of a curve at 2 Hz, and the breath in it: the lag after which it is most like itself.
 *
 * <p>Headroom: values freed of mean and drift stay below 2¹⁷, so 64 products of two are below 2⁴⁰.
 */
final class BreathCurve {

    private static final int VALUES = 64;
    private static final int QUARTER = VALUES / 4;
    private static final int SHORTEST_LAG = 3;
    private static final int LONGEST_LAG = 20;
    private static final int FIRST_OF_BEST_Q10 = 768;
    private static final int DOUBT_OF_BEST_Q10 = 512;

    private final int[] ring = new int[VALUES];
    private int at;
    private int count;

    /**
     * A breath.
     *
     * @param likenessQ10 0 if there is none or it is in doubt
     * @param lagQ8 in 1/256 of half a second
     */
    record Breath(int likenessQ10, int lagQ8) {}

    void add(int value) {
        ring[at] = value;
        at = (at + 1) % VALUES;
        count = Math.min(count + 1, VALUES);
    }

    void forget() {
        count = 0;
    }

    boolean isFull() {
        return count == VALUES;
    }

    /**
     * The shortest lag within 75 % of the best: two breaths are as like as one. None where a shorter one is within 50 %: with two
     * beats to a breath nobody can tell.
     */
    Breath breath() {
        int[] values = levelledOut();
        int[] like = new int[LONGEST_LAG + 2];
        for (int lag = SHORTEST_LAG - 1; lag <= LONGEST_LAG + 1; lag++) {
            like[lag] = likenessQ10(values, lag);
        }
        int best = 0;
        for (int lag = SHORTEST_LAG; lag <= LONGEST_LAG; lag++) {
            best = isPeak(like, lag) ? Math.max(best, like[lag]) : best;
        }
        for (int lag = SHORTEST_LAG; lag <= LONGEST_LAG; lag++) {
            if (isPeak(like, lag) && like[lag] > 0 && like[lag] >= (best * DOUBT_OF_BEST_Q10) >> 10) {
                boolean certain = like[lag] >= (best * FIRST_OF_BEST_Q10) >> 10;
                return new Breath(certain ? best : 0, 256 * lag + vertexQ8(like[lag - 1], like[lag], like[lag + 1]));
            }
        }
        return new Breath(best, 0);
    }

    private static boolean isPeak(int[] like, int lag) {
        return like[lag] > like[lag - 1] && like[lag] >= like[lag + 1];
    }

    /** Freed of the mean and of the drift from the first quarter to the last, whose centres lie 48 values apart. */
    private int[] levelledOut() {
        int[] values = new int[VALUES];
        int sum = 0;
        int drift = 0;
        for (int i = 0; i < VALUES; i++) {
            values[i] = ring[(at + i) % VALUES];
            sum += values[i];
            drift += i < QUARTER ? -values[i] : i >= VALUES - QUARTER ? values[i] : 0;
        }
        for (int i = 0; i < VALUES; i++) {
            long line = (long) drift * (2 * i - VALUES + 1) / (2 * QUARTER * (VALUES - QUARTER));
            values[i] = (int) (values[i] - sum / VALUES - line);
        }
        return values;
    }

    private static int likenessQ10(int[] values, int lag) {
        long product = 0;
        long power = 0;
        for (int i = lag; i < VALUES; i++) {
            product += (long) values[i] * values[i - lag];
            power += (long) values[i] * values[i] + (long) values[i - lag] * values[i - lag];
        }
        return power == 0 ? 0 : (int) (2_048 * product / power);
    }

    /** The top of the parabola through three values, in 1/256 of a lag from the middle one. */
    private static int vertexQ8(int before, int here, int after) {
        int bend = 2 * here - before - after;
        return bend <= 0 ? 0 : (after - before) * 128 / bend;
    }
}
