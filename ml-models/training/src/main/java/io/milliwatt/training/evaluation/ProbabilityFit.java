package io.milliwatt.training.evaluation;

import io.milliwatt.runtime.model.ProbabilityScale;
import java.util.List;

/**
 * Chooses how many score units one nat of log-probability is, so that held-out windows get the largest mean log-likelihood (temperature
 * scaling: Guo et al., On Calibration of Modern Neural Networks, 2017). Where held-out windows are wrong with confidence, this makes all
 * probabilities modest, as it should.
 */
public final class ProbabilityFit {
    private static final double SMALLEST = 1.5;
    private static final double LARGEST = 30000;
    private static final int STEPS = 400;

    private ProbabilityFit() {}

    public static ProbabilityScale fit(List<CrossValidation.HeldOutScores> heldOut) {
        double best = SMALLEST;
        double bestLoss = Double.POSITIVE_INFINITY;
        for (int step = 0; step <= STEPS; step++) {
            double unitsPerNat = SMALLEST * Math.pow(LARGEST / SMALLEST, (double) step / STEPS);
            double loss = loss(heldOut, unitsPerNat);
            if (loss < bestLoss) {
                bestLoss = loss;
                best = unitsPerNat;
            }
        }
        return ProbabilityScale.ofScoreUnitsPerNat(best);
    }

    private static double loss(List<CrossValidation.HeldOutScores> heldOut, double unitsPerNat) {
        double loss = 0;
        for (CrossValidation.HeldOutScores window : heldOut) {
            double truth = window.scores().get(window.label());
            double sum = 0;
            for (short score : window.scores()) {
                sum += Math.exp((score - truth) / unitsPerNat);
            }
            loss += Math.log(sum);
        }
        return loss;
    }
}
