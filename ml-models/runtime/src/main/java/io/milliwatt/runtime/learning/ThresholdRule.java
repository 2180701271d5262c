package io.milliwatt.runtime.learning;

/** From the distances of healthy windows to the distance that is too far. */
public sealed interface ThresholdRule {

    /** In sixteenths, 0 … 65535. */
    int factorQ4();

    /** Mean plus factor times the standard deviation. */
    record MeanAndSpreads(int factorQ4) implements ThresholdRule {
        public MeanAndSpreads {
            LearningRule.require(factorQ4, 0, 65535, "factor");
        }
    }

    /**
     * Factor times the largest distance but rank − 1.
     *
     * @param rank 1 for the largest … 16
     */
    record Rank(int rank, int factorQ4) implements ThresholdRule {
        public Rank {
            LearningRule.require(rank, 1, LearningRule.MOST_RANKS, "rank");
            LearningRule.require(factorQ4, 0, 65535, "factor");
        }
    }
}
