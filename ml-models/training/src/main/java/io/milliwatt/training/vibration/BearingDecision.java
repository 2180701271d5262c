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
    /** Mean height of a race's joint lines over their floor, in decades of power. */
    static final double RACE_LINE_DECADES = 1.2;

    /** The same for the ball; its lines are weak and its seven lines chase noise more than the outer race's four. */
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
