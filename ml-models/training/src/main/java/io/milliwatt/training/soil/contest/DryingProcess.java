package io.milliwatt.training.soil.contest;

import java.util.List;
import org.apache.commons.math3.linear.Array2DRowRealMatrix;
import org.apache.commons.math3.linear.ArrayRealVector;
import org.apache.commons.math3.linear.CholeskyDecomposition;

/**
 * How far plots dry from their peaks, as a Gaussian process (Rasmussen and Williams 2006, equation 2.25): the change from the peak is a power of
 * the usual days of drying times a rate, and rates resemble each other within a drying, within a plot, within some days on all plots, from like
 * peaks, and by the dryness of the air. So a plot learns from its own past, and from the others what they show of the days it is asked for.
 *
 * <p>The sizes are round numbers that did well on windows cut from the past; no other that was tried moved the error there by more than two tenths.
 */
final class DryingProcess {
    /** Probe % of a usual day's drying, one standard deviation: common to all, of a plot, of like peaks, of some days, of a plot's fortnight, of a drying. */
    private static final double COMMON = 10;

    private static final double PLOT = 5;
    private static final double LIKE = 10;
    private static final double DAYS = 4;
    private static final double FORTNIGHT = 4;
    private static final double DRYING = 6;
    /** By a log ratio of 1 in the vapour deficit. */
    private static final double DRY_AIR = 5;
    /** Of a reading, probe %. */
    private static final double READING = 1;

    /** Drying slows: its course is this power of the days. */
    private static final double POWER = 0.7;

    private static final double LIKE_DRIED_DAYS = 1;
    private static final double LIKE_PEAK = 25;
    private static final double LIKE_FALL = 20;
    private static final double LIKE_MEMORY_DAYS = 20;
    /** Like peaks of another plot count this part. */
    private static final double OF_OTHERS = 0.6;

    private static final double DAYS_MEMORY_DAYS = 3;
    private static final double FORTNIGHT_MEMORY_DAYS = 15;
    private static final double DRYING_MEMORY_DAYS = 1;

    private final List<DryingMoment> known;
    private final double[] weights;

    private DryingProcess(List<DryingMoment> known, double[] weights) {
        this.known = known;
        this.weights = weights;
    }

    static DryingProcess fit(List<DryingMoment> known) {
        int size = known.size();
        double[][] covariance = new double[size][size];
        for (int i = 0; i < size; i++) {
            for (int k = 0; k <= i; k++) {
                covariance[i][k] = covariance(known.get(i), known.get(k));
                covariance[k][i] = covariance[i][k];
            }
            covariance[i][i] += READING * READING;
        }
        double[] changes = known.stream().mapToDouble(DryingMoment::change).toArray();
        return new DryingProcess(
                known,
                new CholeskyDecomposition(new Array2DRowRealMatrix(covariance, false))
                        .getSolver()
                        .solve(new ArrayRealVector(changes, false))
                        .toArray());
    }

    /** Expected humidity; NaN where the peak is not known. */
    double humidity(DryingMoment asked) {
        double change = 0;
        for (int i = 0; i < weights.length; i++) {
            change += weights[i] * covariance(asked, known.get(i));
        }
        return asked.peak() + change;
    }

    private static double covariance(DryingMoment a, DryingMoment b) {
        double apart = Math.abs(a.day() - b.day());
        double driedApart = a.driedDays() - b.driedDays();
        boolean samePlot = a.plot() == b.plot();
        double like = Math.exp(-0.5
                        * (square(driedApart / LIKE_DRIED_DAYS)
                                + square((a.peak() - b.peak()) / LIKE_PEAK)
                                + square((a.fallToNext() - b.fallToNext()) / LIKE_FALL))
                - apart / LIKE_MEMORY_DAYS);
        double rate = square(COMMON)
                + square(LIKE) * like * (samePlot ? 1 : OF_OTHERS)
                + square(DAYS) * Math.exp(-apart / DAYS_MEMORY_DAYS)
                + square(DRY_AIR) * a.dryAir() * b.dryAir();
        if (samePlot) {
            rate += square(PLOT) + square(FORTNIGHT) * Math.exp(-apart / FORTNIGHT_MEMORY_DAYS);
            if (a.event() == b.event()) {
                rate += square(DRYING) * Math.exp(-Math.abs(driedApart) / DRYING_MEMORY_DAYS);
            }
        }
        return Math.pow(a.driedDays() * b.driedDays(), POWER) * rate;
    }

    private static double square(double value) {
        return value * value;
    }
}
