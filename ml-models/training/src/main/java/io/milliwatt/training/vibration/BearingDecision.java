package io.milliwatt.training.vibration;

import io.milliwatt.dsp.fixedpoint.Window;
import io.milliwatt.runtime.decision.Decision;
import io.milliwatt.runtime.decision.Evidence;
import io.milliwatt.runtime.decision.VerdictRule;
import io.milliwatt.runtime.decision.Voting;
import io.milliwatt.training.export.NodeRecipe;
import java.util.List;

/**
 * From scores and values to a verdict.
 *
 * @param raceLineThreshold in the recipe's integers
 */
record BearingDecision(Decision decision, int raceLineThreshold) {
    /** Mean height of a race's joint lines over their floor, in decades of power; noise stays below 0.86 in 1000 windows. */
    static final double RACE_LINE_DECADES = 1.2;

    /** The same for the ball, whose lines are weaker; noise stays below 0.67. */
    static final double BALL_LINE_DECADES = 1.0;

    /** Cumulative sum over the machine's own start, in spreads. */
    static final double ANOMALY_SPREADS = 20;

    private static final int IMPLAUSIBLE_SPEED = 1 << 3;
    private static final int SENSOR_FAULT = 1 << 5;

    /** A clipped window is judged all the same: a machine that hammers its sensor must not fall silent. */
    private static final int NOT_JUDGED =
            Window.FLAT | Window.STOPPED | IMPLAUSIBLE_SPEED | Window.WARMING_UP | SENSOR_FAULT;

    /** The model's confidence is no help here (outer race 14 mil is wrong with it), so no verdict depends on it. */
    private static final int PROBABILITY_FLOOR = 0;

    /** Three of the last five seconds raise an event, one or none ends it. */
    private static final Voting VOTING = new Voting(3, 5, 1);

    /** None: information; damage not identified: low; a named element: medium. */
    private static final List<Integer> URGENCIES = List.of(0, 1, 2, 2, 2);

    static final List<String> NOTES = List.of(
            "A race is named where the model says so and that race's joint lines stand " + RACE_LINE_DECADES
                    + " decades of power over their floor.",
            "Otherwise the machine is damaged only if it has left its own start: the cumulative sum of the 2 to 4 kHz level over the learnt "
                    + "baseline reaches " + ANOMALY_SPREADS + " spreads.",
            "A rolling element is named where the model says so, the machine has left its start, and the element's own lines reach "
                    + BALL_LINE_DECADES + " decades; else the verdict is \"damage, element not identified\".",
            "In 1000 windows of white noise no race line reached 0.86 decades and no ball line 0.67 (medians 0.43 to 0.47), and the healthy "
                    + "recording stays below 0.60. The thresholds lie above that. They were not tuned on verdicts, but the mean line heights of "
                    + "these recordings were known when they were set.",
            "The model's probability has no say: outer race 14 mil is wrong with confidence.",
            "Three of the last five judged windows raise an event, one or none ends it. Windows that are flat, of a stopped machine, of an "
                    + "implausible speed, of a faulty sensor, or before the baseline is learnt are not judged; clipped ones are.");

    static BearingDecision of(NodeRecipe recipe) {
        Evidence inner = evidence(recipe, "lineInner", RACE_LINE_DECADES);
        return new BearingDecision(
                new Decision(
                        new VerdictRule.RaceLines(
                                inner,
                                evidence(recipe, "lineOuter", RACE_LINE_DECADES),
                                evidence(recipe, "lineBall", BALL_LINE_DECADES),
                                evidence(recipe, "anomaly", ANOMALY_SPREADS)),
                        VOTING,
                        NOT_JUDGED,
                        PROBABILITY_FLOOR,
                        URGENCIES),
                inner.threshold());
    }

    private static Evidence evidence(NodeRecipe recipe, String value, double threshold) {
        int index = recipe.indexOf(value);
        return new Evidence(
                index, (int) Math.round(threshold * recipe.outputs().get(index).divisor()));
    }
}
