package io.milliwatt.dsp.soil.fault;

import java.util.Arrays;

/** How surely a depth drifts: what the trees said over several days, for a drift goes on while their doubts come and go. */
public final class DriftEvidence {
    private static final int DAYS = 10;

    private final double[] logOdds;

    /** @param days of the probe; none is known yet */
    public DriftEvidence(int days) {
        logOdds = new double[days];
        Arrays.fill(logOdds, Double.NaN);
    }

    /** The first day that counts for a day. */
    public static int first(int day) {
        return Math.max(0, day - DAYS + 1);
    }

    /** @param said natural logarithm of the odds that the trees gave for the day */
    public void add(int day, double said) {
        logOdds[day] = said;
    }

    /** The probability of the mean log odds of the last ten days; NaN where half of them or more are not known. */
    public double probability(int day) {
        double sum = 0;
        int known = 0;
        for (int at = first(day); at <= day; at++) {
            if (!Double.isNaN(logOdds[at])) {
                sum += logOdds[at];
                known++;
            }
        }
        return known * 2 <= DAYS ? Double.NaN : 1 / (1 + Math.exp(-sum / known));
    }
}
