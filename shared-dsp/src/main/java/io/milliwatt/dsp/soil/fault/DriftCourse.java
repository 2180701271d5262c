package io.milliwatt.dsp.soil.fault;

import java.util.Arrays;

/** What the trees say of a drift at one depth, day by day, beside the other depths of the probe it is given; each day is asked once, when it is wanted. */
final class DriftCourse {
    private static final int DAYS = 10;
    private static final int DAYS_ABOVE = 9;
    private static final double UNASKED = -1;

    private final FaultModel.Part part;
    private final double[] own;
    private final MonthFeatures features;
    /** NaN on days without a reading. */
    private final double[] probabilities;

    DriftCourse(FaultModel.Part part, ProbeDays probe, int depth) {
        this.part = part;
        own = probe.moisture()[depth];
        features = new MonthFeatures(probe, depth);
        probabilities = new double[own.length];
        Arrays.fill(probabilities, UNASKED);
    }

    /** Above the threshold on nine of the ten days up to this one; a day without a reading is none of them. */
    boolean suspected(int day) {
        int above = 0;
        for (int back = 0; back < DAYS && day - back >= 0; back++) {
            above += probability(day - back) > part.threshold() ? 1 : 0;
        }
        return above >= DAYS_ABOVE;
    }

    /** Mean of the ten days up to this one, 0 to 1; 0 where none has a reading. */
    double mean(int day) {
        double sum = 0;
        int counted = 0;
        for (int back = 0; back < DAYS && day - back >= 0; back++) {
            double probability = probability(day - back);
            if (!Double.isNaN(probability)) {
                sum += probability;
                counted++;
            }
        }
        return counted == 0 ? 0 : sum / counted;
    }

    private double probability(int day) {
        if (probabilities[day] == UNASKED) {
            probabilities[day] =
                    Double.isNaN(own[day]) ? Double.NaN : part.trees().probability(features.at(day));
        }
        return probabilities[day];
    }
}
