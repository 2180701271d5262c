package io.milliwatt.runtime.decision;

/** How scores and recipe values become a verdict. */
public sealed interface VerdictRule {

    int DAMAGE_NOT_IDENTIFIED = 1;
    int INNER_RACE = 2;
    int OUTER_RACE = 3;
    int ROLLING_ELEMENT = 4;

    /**
     * @param label verdict number of the winning class
     * @param probability of the winning class, 0 … 255
     * @param floor the least probability that counts as agreement
     * @param recipeValues the window's recipe output
     */
    Judgement judge(int label, int probability, int floor, int[] recipeValues);

    /** The winning class's label if its probability reaches the floor, else 0. */
    record HighestScore() implements VerdictRule {
        @Override
        public Judgement judge(int label, int probability, int floor, int[] recipeValues) {
            return new Judgement(probability >= floor ? label : 0, probability, probability);
        }
    }

    /**
     * Names a race only with the line and the model agreeing, a rolling element only with its line and an anomaly; an
     * anomaly alone is damage, element not identified. A machine that runs like its own baseline is never called a
     * ball fault.
     */
    record RaceLines(Evidence inner, Evidence outer, Evidence ball, Evidence anomaly) implements VerdictRule {
        @Override
        public Judgement judge(int label, int probability, int floor, int[] recipeValues) {
            int strength = anomaly.strength(recipeValues);
            boolean agreed = probability >= floor;
            if (agreed && label == INNER_RACE && inner.reached(recipeValues)) {
                return new Judgement(INNER_RACE, probability, strength);
            }
            if (agreed && label == OUTER_RACE && outer.reached(recipeValues)) {
                return new Judgement(OUTER_RACE, probability, strength);
            }
            if (!anomaly.reached(recipeValues)) {
                return new Judgement(0, 255 - Math.min(strength, 127), strength);
            }
            if (agreed && label == ROLLING_ELEMENT && ball.reached(recipeValues)) {
                return new Judgement(ROLLING_ELEMENT, probability, strength);
            }
            return new Judgement(DAMAGE_NOT_IDENTIFIED, strength, strength);
        }
    }

    /** Beats are judged one by one by {@code io.milliwatt.runtime.heart.BeatDecision}; a window has no verdict. */
    record Beats(BeatRule rule) implements VerdictRule {
        @Override
        public Judgement judge(int label, int probability, int floor, int[] recipeValues) {
            throw new IllegalStateException("This bundle judges beats, not windows; give it beats.");
        }
    }

    /** A soil's days are forecast by {@code io.milliwatt.runtime.soil.SoilChain}; a window has no verdict. */
    record Soil(SoilRule rule) implements VerdictRule {
        @Override
        public Judgement judge(int label, int probability, int floor, int[] recipeValues) {
            throw new IllegalStateException("This bundle forecasts water contents; give it a soil node's readings.");
        }
    }
}
