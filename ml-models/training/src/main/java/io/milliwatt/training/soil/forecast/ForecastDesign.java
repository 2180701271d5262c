package io.milliwatt.training.soil.forecast;

import io.milliwatt.dsp.fixedpoint.soil.SoilFeature;
import io.milliwatt.training.network.NetworkDesign;
import io.milliwatt.training.network.RegressionTrainer;

/**
 * Sizes and settings of the forecast's network and its teacher. Those of the network were chosen on the five folds of stations; the teacher's on
 * the learning stations of the first fold, split again, by the mean skill over all depths, horizons and kinds of rain.
 */
final class ForecastDesign {

    static final int HORIZONS = 3;
    static final int FOLDS = 5;

    /** Of the lot by which stations came into folds: the same for every training, so that figures can be compared. */
    static final long FOLDS_SEED = 7;

    static final int BATCH = 512;

    /** Of a pupil's targets, the teacher's share; the rest is what came. */
    static final double TEACHERS_SHARE = 0.8;

    /** Deviation of the noise on standardized inputs of the past, which no station shares with another. */
    static final double NOISE = 0.1;

    private static final int EPOCHS = 96;
    private static final int WARM_UP_STEPS = 300;
    private static final double LEARNING_RATE = 0.002;
    private static final double DECAY = 0.02;

    /** How often an example is shown with each kind of rain, in the order of {@link Rain}. */
    static final double[] RAIN_SHARES = {0.35, 0.4, 0.25};

    /** What errors count with each kind of rain, per horizon: rain unknown has the largest, which would else drown the others. */
    static final double[][] RAIN_WEIGHTS = {{1, 1, 1}, {1, 2, 2}, {1.5, 3.2, 5}};

    /** What a day without rain to come counts per horizon when trees are told the rain. */
    static final double[] DRY_WEIGHTS = {1.5, 2, 3};

    private ForecastDesign() {}

    static NetworkDesign network() {
        return NetworkDesign.dense(SoilFeature.COUNT, HORIZONS, 68, 32);
    }

    static RegressionTrainer.Plan plan(int examples) {
        return new RegressionTrainer.Plan(
                EPOCHS * Math.max(1, examples / BATCH), WARM_UP_STEPS, LEARNING_RATE, DECAY, true);
    }
}
