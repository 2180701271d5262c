package io.milliwatt.ec57.run;

import io.milliwatt.ec57.Proportion;
import java.util.Collection;

/**
 * How the runs of one record were found, or of several together: one is found when the other file has a run of its group, or a longer one,
 * at its place.
 *
 * @param sensitivity the reference's runs and what the test has there
 * @param positivePredictivity the test's runs and what the reference has there
 */
public record RunFigures(RunMatrix sensitivity, RunMatrix positivePredictivity) {
    private static final int COUPLET = 2;
    private static final int SHORT = 3;
    private static final int SHORT_END = 5;
    private static final int LONG = RunMatrix.LONGEST;

    public static RunFigures total(Collection<RunFigures> figures) {
        return new RunFigures(
                RunMatrix.total(figures.stream().map(RunFigures::sensitivity).toList()),
                RunMatrix.total(
                        figures.stream().map(RunFigures::positivePredictivity).toList()));
    }

    public Proportion coupletSensitivity() {
        return sensitivity(COUPLET, COUPLET);
    }

    public Proportion coupletPositivePredictivity() {
        return positivePredictivity(COUPLET, COUPLET);
    }

    /** Runs of three to five beats. */
    public Proportion shortRunSensitivity() {
        return sensitivity(SHORT, SHORT_END);
    }

    public Proportion shortRunPositivePredictivity() {
        return positivePredictivity(SHORT, SHORT_END);
    }

    /** Runs of six beats and more. */
    public Proportion longRunSensitivity() {
        return sensitivity(LONG, LONG);
    }

    public Proportion longRunPositivePredictivity() {
        return positivePredictivity(LONG, LONG);
    }

    private Proportion sensitivity(int from, int to) {
        return new Proportion(sensitivity.sum(from, to, from, LONG), sensitivity.sum(from, to, 0, LONG));
    }

    private Proportion positivePredictivity(int from, int to) {
        return new Proportion(
                positivePredictivity.sum(from, LONG, from, to), positivePredictivity.sum(0, LONG, from, to));
    }
}
