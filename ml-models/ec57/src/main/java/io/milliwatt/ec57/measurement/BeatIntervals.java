package io.milliwatt.ec57.measurement;

import io.milliwatt.datasets.ecg.BeatClass;
import io.milliwatt.datasets.ecg.EscapeBeats;
import io.milliwatt.datasets.wfdb.Annotation;
import io.milliwatt.datasets.wfdb.AnnotationCode;
import io.milliwatt.ec57.TestPeriod;
import io.milliwatt.ec57.Unreadable;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;

/** Heart rate and its variability from the intervals between beats; an interval over flutter or an unreadable stretch is none. */
public final class BeatIntervals {
    private static final int AVERAGED_INTERVALS = 8;
    private static final int VARIABILITY_SECONDS = 300;
    private static final int FEWEST_INTERVALS = 30;

    private final double sampleRateHz;
    private final List<Interval> intervals = new ArrayList<>();

    /** @param normal between two beats of class N */
    private record Interval(long endSample, double seconds, boolean normal) {}

    public BeatIntervals(List<Annotation> annotations, double sampleRateHz) {
        this.sampleRateHz = sampleRateHz;
        boolean counts = false;
        boolean normalBefore = false;
        long before = 0;
        for (Annotation annotation : annotations) {
            if (annotation.code().isBeat()) {
                boolean normal = EscapeBeats.NORMAL.classOf(annotation.code()).orElseThrow() == BeatClass.N;
                if (counts && annotation.sample() > before) {
                    double seconds = (annotation.sample() - before) / sampleRateHz;
                    intervals.add(new Interval(annotation.sample(), seconds, normal && normalBefore));
                }
                counts = true;
                normalBefore = normal;
                before = annotation.sample();
            } else if (isGap(annotation)) {
                counts = false;
            }
        }
    }

    private static boolean isGap(Annotation annotation) {
        return annotation.code() == AnnotationCode.FLUTTER_BEGINS
                || annotation.code() == AnnotationCode.FLUTTER_ENDS
                || Unreadable.begins(annotation);
    }

    /** In beats per minute, at each beat: over the last eight intervals. */
    public List<Measurement> heartRate() {
        List<Measurement> rates = new ArrayList<>();
        Deque<Interval> latest = new ArrayDeque<>();
        double sum = 0;
        for (Interval interval : intervals) {
            latest.add(interval);
            sum += interval.seconds();
            if (latest.size() > AVERAGED_INTERVALS) {
                sum -= latest.remove().seconds();
            }
            if (latest.size() == AVERAGED_INTERVALS) {
                rates.add(new Measurement(interval.endSample(), 60 * AVERAGED_INTERVALS / sum));
            }
        }
        return List.copyOf(rates);
    }

    /** The standard deviation of normal intervals (SDNN) in milliseconds, over each five minutes with at least 30 of them. */
    public List<Measurement> variability() {
        List<Measurement> deviations = new ArrayList<>();
        long length = TestPeriod.samples(VARIABILITY_SECONDS, sampleRateHz);
        long end = length;
        List<Interval> within = new ArrayList<>();
        for (Interval interval : intervals) {
            while (interval.endSample() >= end) {
                addDeviation(within, end, deviations);
                within.clear();
                end += length;
            }
            if (interval.normal()) {
                within.add(interval);
            }
        }
        addDeviation(within, end, deviations);
        return List.copyOf(deviations);
    }

    private static void addDeviation(List<Interval> within, long end, List<Measurement> deviations) {
        if (within.size() >= FEWEST_INTERVALS) {
            double mean =
                    within.stream().mapToDouble(Interval::seconds).average().orElseThrow();
            double squares = within.stream()
                    .mapToDouble(interval -> Math.pow(interval.seconds() - mean, 2))
                    .sum();
            deviations.add(new Measurement(end - 1, 1000 * Math.sqrt(squares / (within.size() - 1))));
        }
    }
}
