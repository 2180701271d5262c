package io.milliwatt.training.soil.depletion;

import io.milliwatt.dsp.soil.assimilation.AssimilationSettings;
import java.util.List;
import java.util.Random;

/**
 * Finds a calibration on plots by random steps from the tabled crop; a step that lowers the error is kept. What is released is rounded and frozen
 * ({@link CropCalibration#MARICOPA_COTTON}), so judging does not search.
 */
final class CalibrationSearch {
    private static final double STEP = 0.12;
    private static final double PART_CHANGED = 0.3;
    /** Every second and third reading, and none: a calibration has to serve all of them. */
    private static final List<Integer> GIVEN_EVERY = List.of(0, 2, 3);

    private final List<MeasuredPlot> plots;
    private final Random random;

    CalibrationSearch(List<MeasuredPlot> plots, long seed) {
        this.plots = plots;
        random = new Random(seed);
    }

    CropCalibration search(int steps) {
        CropCalibration best = CropCalibration.TABLED;
        double least = error(best);
        for (int step = 0; step < steps; step++) {
            CropCalibration candidate = changed(best);
            double error = error(candidate);
            if (error < least) {
                least = error;
                best = candidate;
            }
        }
        return best;
    }

    /** Sum of the root mean square errors, mm; a surface that cannot be is infinitely bad. */
    double error(CropCalibration calibration) {
        double sum = 0;
        try {
            for (int every : GIVEN_EVERY) {
                sum += DepletionStudy.given(plots, every)
                        .filter(calibration, AssimilationSettings.STANDARD)
                        .rootMeanSquare();
            }
        } catch (IllegalArgumentException impossible) {
            return Double.POSITIVE_INFINITY;
        }
        return sum;
    }

    private CropCalibration changed(CropCalibration from) {
        return new CropCalibration(
                changed(from.evaporationDepth()),
                changed(from.readilyEvaporable()),
                changed(from.initialBasal()),
                changed(from.middleBasal()),
                changed(from.endBasal()),
                changed(from.depletionFraction()),
                Math.clamp(changed(from.usualMultiplier()), 0.6, 1.4));
    }

    private double changed(double factor) {
        return random.nextDouble() < PART_CHANGED ? factor * Math.exp(STEP * random.nextGaussian()) : factor;
    }
}
