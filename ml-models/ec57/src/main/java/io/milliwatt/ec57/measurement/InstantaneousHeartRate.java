package io.milliwatt.ec57.measurement;

import io.milliwatt.datasets.wfdb.Annotation;
import io.milliwatt.ec57.ConductedBeats;
import java.util.ArrayList;
import java.util.List;

/**
 * One heart rate for each interval between two beats that are not ventricular, as WFDB's ihr takes them (ihr.c): one that jumps by 10 per
 * minute or more, from the interval before or from the running mean, is left out.
 */
public final class InstantaneousHeartRate {
    private static final double TOLERANCE_PER_MINUTE = 10;
    private static final double FIRST_MEAN_PER_MINUTE = 70;
    private static final double MEAN_WEIGHT = 0.1;
    private static final long LONG_AGO = -9_999;

    private InstantaneousHeartRate() {}

    /** In beats per minute, each at the begin of its interval. */
    public static List<Measurement> of(List<Annotation> annotations, double sampleRateHz) {
        List<Measurement> rates = new ArrayList<>();
        double mean = FIRST_MEAN_PER_MINUTE;
        double rateBefore = 0;
        long before = LONG_AGO;
        boolean conductedBefore = false;
        for (Annotation annotation : annotations) {
            boolean conducted = ConductedBeats.include(annotation.code());
            if (conducted) {
                double rate = sampleRateHz * 60 / (annotation.sample() - before);
                mean += (rate - mean) * MEAN_WEIGHT;
                if (conductedBefore && isNear(rate, rateBefore) && isNear(rate, mean)) {
                    rates.add(new Measurement(before, rate));
                }
                rateBefore = rate;
            } else if (!annotation.code().isQrs()) {
                continue;
            }
            before = annotation.sample();
            conductedBefore = conducted;
        }
        return List.copyOf(rates);
    }

    private static boolean isNear(double rate, double other) {
        return Math.abs(rate - other) < TOLERANCE_PER_MINUTE;
    }
}
