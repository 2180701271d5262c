package io.milliwatt.dsp.ecg;

/**
 * Geometric variability from the histogram of intervals in bins of 1/128 s, the Task Force's width.
 *
 * @param triangularIndex number of intervals over the number in the fullest bin
 * @param tinnMillis base width of the triangle through the fullest bin that fits the histogram best (least squares over all bins)
 */
public record IntervalHistogram(double triangularIndex, double tinnMillis) {

    static final double BIN_MILLIS = 1000.0 / 128;

    static IntervalHistogram of(double[] intervalMillis) {
        int lowest = Integer.MAX_VALUE;
        int highest = Integer.MIN_VALUE;
        for (double millis : intervalMillis) {
            int bin = (int) Math.floor(millis / BIN_MILLIS);
            lowest = Math.min(lowest, bin);
            highest = Math.max(highest, bin);
        }
        // One empty bin on each side, where a triangle's foot may stand.
        int[] counts = new int[highest - lowest + 3];
        for (double millis : intervalMillis) {
            counts[(int) Math.floor(millis / BIN_MILLIS) - lowest + 1]++;
        }
        int fullest = 0;
        for (int bin = 1; bin < counts.length; bin++) {
            if (counts[bin] > counts[fullest]) {
                fullest = bin;
            }
        }
        return new IntervalHistogram(
                (double) intervalMillis.length / counts[fullest], bestBase(counts, fullest) * BIN_MILLIS);
    }

    /** The two slopes do not touch each other, so each foot is found alone. */
    private static int bestBase(int[] counts, int fullest) {
        int left = fullest - 1;
        double leastLeft = Double.POSITIVE_INFINITY;
        for (int foot = 0; foot < fullest; foot++) {
            double error = slopeError(counts, fullest, foot, -1);
            if (error < leastLeft) {
                leastLeft = error;
                left = foot;
            }
        }
        int right = fullest + 1;
        double leastRight = Double.POSITIVE_INFINITY;
        for (int foot = counts.length - 1; foot > fullest; foot--) {
            double error = slopeError(counts, fullest, foot, 1);
            if (error < leastRight) {
                leastRight = error;
                right = foot;
            }
        }
        return right - left;
    }

    private static double slopeError(int[] counts, int fullest, int foot, int direction) {
        double error = 0;
        for (int bin = fullest + direction; bin >= 0 && bin < counts.length; bin += direction) {
            double share = (double) (foot - bin) / (foot - fullest);
            double difference = counts[bin] - Math.max(0, share) * counts[fullest];
            error += difference * difference;
        }
        return error;
    }
}
