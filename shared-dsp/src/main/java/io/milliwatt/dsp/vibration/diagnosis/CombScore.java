package io.milliwatt.dsp.vibration.diagnosis;

import java.util.List;

/**
 * How well a comb of lines fits a spectrum of heights, all its lines together and at one common slip.
 *
 * @param meanDecibels mean height of the comb's lines, each counted with at most {@link #LIMIT_DECIBELS}
 * @param slip relative deviation of the base frequency at which that mean is largest
 */
record CombScore(double meanDecibels, double slip) {

    /** One giant line is not a comb. */
    static final double LIMIT_DECIBELS = 20;

    /**
     * Slip, and the deviation of the true contact angle and diameters: published records stand between 2.5 % below (IMS) and 1 % above the
     * catalogue's order.
     */
    static final double LOWEST_SLIP = -0.03;

    static final double HIGHEST_SLIP = 0.02;

    private static final CombScore NOTHING = new CombScore(0, 0);

    static CombScore best(LineHeights heights, double baseHz, double shaftHz, LineComb comb) {
        return best(heights, baseHz, shaftHz, comb.lines());
    }

    /** The same for many bases: the comb's lines are made once. */
    static CombScore best(LineHeights heights, double baseHz, double shaftHz, List<LineComb.Line> lines) {
        double step = Math.clamp(0.35 * heights.stepHz() / baseHz, 0.0004, 0.004);
        CombScore best = NOTHING;
        for (double slip = LOWEST_SLIP; slip <= HIGHEST_SLIP; slip += step) {
            double mean = mean(heights, baseHz * (1 + slip), shaftHz, lines);
            if (mean > best.meanDecibels) {
                best = new CombScore(mean, slip);
            }
        }
        return best;
    }

    /** NaN where fewer than two lines can be read. */
    private static double mean(LineHeights heights, double baseHz, double shaftHz, List<LineComb.Line> lines) {
        double sum = 0;
        int count = 0;
        for (LineComb.Line line : lines) {
            double lineHz = line.harmonic() * baseHz + line.offsetOrder() * shaftHz;
            if (lineHz > 2 * heights.stepHz() && lineHz < heights.highestHz()) {
                double height = heights.at(lineHz);
                if (!Double.isNaN(height)) {
                    sum += Math.min(height, LIMIT_DECIBELS);
                    count++;
                }
            }
        }
        return count >= 2 ? sum / count : Double.NaN;
    }
}
