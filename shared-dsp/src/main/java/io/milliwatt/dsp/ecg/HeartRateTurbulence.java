package io.milliwatt.dsp.ecg;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * How the sinus rhythm answers a single ventricular beat (Schmidt et al. 1999; standards of measurement: Bauer et al. 2008, J. Am.
 * Coll. Cardiol. 52). A ventricular beat counts with five normal intervals before and fifteen after it, all within 300..2,000 ms, each
 * within 200 ms of its neighbour and within 20 % of the mean of the five before, when it comes at least 20 % early and is followed by a
 * pause at least 20 % longer than the interval before it.
 *
 * @param onsetPercent mean over the beats: first two intervals after the pause against the last two before (negative in health)
 * @param slopeMillisPerInterval steepest rise over five successive intervals of the mean course after the pause (above 2.5 in health)
 * @param ventricularBeats how many counted; the standard asks for five before the figures are used
 */
public record HeartRateTurbulence(double onsetPercent, double slopeMillisPerInterval, int ventricularBeats) {

    private static final int BEFORE = 5;
    private static final int AFTER = 15;
    private static final int SLOPE_INTERVALS = 5;
    private static final double SHORTEST_MILLIS = 300;
    private static final double LONGEST_MILLIS = 2_000;
    private static final double LARGEST_STEP_MILLIS = 200;
    private static final double REFERENCE_TOLERANCE = 0.2;

    /** Empty when no ventricular beat of the list counts. */
    public static Optional<HeartRateTurbulence> of(List<HeartBeat> beats) {
        List<double[]> courses = new ArrayList<>();
        for (int i = BEFORE + 1; i + 1 + AFTER < beats.size(); i++) {
            if (beats.get(i).origin() == BeatOrigin.VENTRICULAR && aloneAmongSinusBeats(beats, i)) {
                double[] course = course(beats, i);
                if (usable(course)) {
                    courses.add(course);
                }
            }
        }
        if (courses.isEmpty()) {
            return Optional.empty();
        }
        double onset = 0;
        double[] mean = new double[AFTER];
        for (double[] course : courses) {
            onset += onsetPercent(course) / courses.size();
            for (int i = 0; i < AFTER; i++) {
                mean[i] += course[BEFORE + 2 + i] / courses.size();
            }
        }
        return Optional.of(new HeartRateTurbulence(onset, steepest(mean), courses.size()));
    }

    private static boolean aloneAmongSinusBeats(List<HeartBeat> beats, int ventricular) {
        for (int i = ventricular - BEFORE - 1; i <= ventricular + 1 + AFTER; i++) {
            if (i != ventricular && beats.get(i).origin() != BeatOrigin.SINUS) {
                return false;
            }
        }
        return true;
    }

    /** Five intervals before, the early one, the pause, and those after it. */
    private static double[] course(List<HeartBeat> beats, int ventricular) {
        double[] course = new double[BEFORE + 2 + AFTER];
        for (int i = 0; i < course.length; i++) {
            int end = ventricular - BEFORE + i;
            course[i] = beats.get(end).timeMillis() - beats.get(end - 1).timeMillis();
        }
        return course;
    }

    private static boolean usable(double[] course) {
        double last = course[BEFORE - 1];
        if (course[BEFORE] > (1 - REFERENCE_TOLERANCE) * last
                || course[BEFORE + 1] < (1 + REFERENCE_TOLERANCE) * last) {
            return false;
        }
        double reference = 0;
        for (int i = 0; i < BEFORE; i++) {
            reference += course[i] / BEFORE;
        }
        for (int i = 0; i < course.length; i++) {
            boolean sinus = i < BEFORE || i > BEFORE + 1;
            boolean hasNeighbour = i > 0 && i != BEFORE + 2;
            if (sinus
                    && (course[i] < SHORTEST_MILLIS
                            || course[i] > LONGEST_MILLIS
                            || Math.abs(course[i] - reference) > REFERENCE_TOLERANCE * reference
                            || (hasNeighbour && Math.abs(course[i] - course[i - 1]) > LARGEST_STEP_MILLIS))) {
                return false;
            }
        }
        return true;
    }

    private static double onsetPercent(double[] course) {
        double before = course[BEFORE - 1] + course[BEFORE - 2];
        return 100 * (course[BEFORE + 2] + course[BEFORE + 3] - before) / before;
    }

    private static double steepest(double[] mean) {
        double steepest = Double.NEGATIVE_INFINITY;
        for (int from = 0; from + SLOPE_INTERVALS <= mean.length; from++) {
            steepest = Math.max(
                    steepest, StraightLine.through(mean, from, SLOPE_INTERVALS).slope());
        }
        return steepest;
    }
}
