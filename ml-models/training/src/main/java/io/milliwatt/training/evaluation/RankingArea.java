package io.milliwatt.training.evaluation;

import java.util.List;

/**
 * Area under the receiver operating characteristic of each class against all others, averaged over the classes: the share of pairs of a
 * window of the class and one of another that the class's lead over its best rival ranks rightly; ties count half (Hanley and
 * McNeil 1982).
 */
public final class RankingArea {
    private RankingArea() {}

    /** @param classes every one must occur */
    public static double macro(List<CrossValidation.HeldOutScores> windows, int classes) {
        double sum = 0;
        for (int label = 0; label < classes; label++) {
            sum += area(windows, label);
        }
        return sum / classes;
    }

    private static double area(List<CrossValidation.HeldOutScores> windows, int label) {
        double ranked = 0;
        long pairs = 0;
        for (CrossValidation.HeldOutScores own : windows) {
            if (own.label() != label) {
                continue;
            }
            int lead = lead(own.scores(), label);
            for (CrossValidation.HeldOutScores other : windows) {
                if (other.label() != label) {
                    pairs++;
                    ranked += 0.5 * (1 + Integer.signum(lead - lead(other.scores(), label)));
                }
            }
        }
        return ranked / pairs;
    }

    private static int lead(List<Short> scores, int label) {
        int rival = Integer.MIN_VALUE;
        for (int i = 0; i < scores.size(); i++) {
            rival = i == label ? rival : Math.max(rival, scores.get(i));
        }
        return scores.get(label) - rival;
    }
}
