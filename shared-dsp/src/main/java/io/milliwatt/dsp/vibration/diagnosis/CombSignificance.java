package io.milliwatt.dsp.vibration.diagnosis;

import io.milliwatt.dsp.statistics.OrderStatistics;
import java.util.List;

/**
 * What the same comb scores at orders that mean nothing on this machine: the machine's own false alarms. They are drawn from the spectrum with the
 * comb in question taken out, so that a strong fault does not hide behind its own lines, while any other rich set of lines (gears, belts,
 * another bearing) raises the bar.
 *
 * @param median of the scores at meaningless orders, in dB
 * @param spread of the better half, in dB
 */
record CombSignificance(double median, double spread) {

    private static final int ORDERS = 80;
    private static final double LOWEST_ORDER = 2.2;
    private static final double HIGHEST_ORDER = 9.5;

    /** Floor of the spread: scores closer than this are the same. */
    private static final double LEAST_SPREAD_DECIBELS = 0.4;

    static CombSignificance at(LineHeights withoutTheComb, double shaftHz, LineComb comb) {
        double[] scores = new double[ORDERS];
        List<LineComb.Line> lines = comb.lines();
        for (int i = 0; i < ORDERS; i++) {
            // Geometric steps with a golden-ratio jitter: spread evenly, yet on no grid that a machine could share.
            double jitter = (i * 0.6180339887498949) % 1;
            double order = LOWEST_ORDER * Math.pow(HIGHEST_ORDER / LOWEST_ORDER, (i + jitter) / ORDERS);
            scores[i] = CombScore.best(withoutTheComb, order * shaftHz, shaftHz, lines)
                    .meanDecibels();
        }
        double median = OrderStatistics.median(scores);
        double above = OrderStatistics.quantile(scores, 0.85) - median;
        double below = median - OrderStatistics.quantile(scores, 0.15);
        return new CombSignificance(median, Math.max(LEAST_SPREAD_DECIBELS, Math.max(above, below)));
    }

    /** Spreads above what means nothing. */
    double of(CombScore score) {
        return (score.meanDecibels() - median) / spread;
    }
}
