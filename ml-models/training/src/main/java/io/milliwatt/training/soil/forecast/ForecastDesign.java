package io.milliwatt.training.soil.forecast;

import io.milliwatt.dsp.fixedpoint.soil.SoilFeature;
import io.milliwatt.training.network.NetworkDesign;
import io.milliwatt.training.network.RegressionTrainer;

/** Sizes and settings of the forecast's networks, chosen once on the five folds of stations. */
final class ForecastDesign {

    static final int HORIZONS = 3;
    static final int FOLDS = 5;

    /** Of the lot by which stations came into folds: the same for every training, so that figures can be compared. */
    static final long FOLDS_SEED = 7;

    static final int BATCH = 512;

    /** Networks whose mean teaches the one that is released. */
    static final int TEACHERS = 4;

    /** Of a pupil's targets, the teachers' share; the rest is what came. */
    static final double TEACHERS_SHARE = 0.8;

    /** Deviation of the noise on standardized inputs of the past, which no station shares with another. */
    static final double TEACHERS_NOISE = 0.2;

    static final double PUPILS_NOISE = 0.1;

    private static final int EPOCHS_OF_TEACHER = 12;
    private static final int EPOCHS_OF_PUPIL = 24;
    private static final int WARM_UP_STEPS = 300;
    private static final double LEARNING_RATE = 0.002;
    private static final double TEACHERS_DECAY = 0.3;
    private static final double PUPILS_DECAY = 0.02;

    /** How often an example is shown with each kind of rain, in the order of {@link Rain}. */
    static final double[] RAIN_SHARES = {0.35, 0.4, 0.25};

    /** What errors count with each kind of rain, per horizon: rain unknown has the largest, which would else drown the others. */
    static final double[][] RAIN_WEIGHTS = {{1, 1, 1}, {1, 2, 2}, {1.5, 3.2, 5}};

    private ForecastDesign() {}

    static NetworkDesign network() {
        return NetworkDesign.dense(SoilFeature.COUNT, HORIZONS, 68, 32);
    }

    static RegressionTrainer.Plan teachersPlan(int examples) {
        return new RegressionTrainer.Plan(
                EPOCHS_OF_TEACHER * Math.max(1, examples / BATCH), WARM_UP_STEPS, LEARNING_RATE, TEACHERS_DECAY, false);
    }

    static RegressionTrainer.Plan pupilsPlan(int examples) {
        return new RegressionTrainer.Plan(
                EPOCHS_OF_PUPIL * Math.max(1, examples / BATCH), WARM_UP_STEPS, LEARNING_RATE, PUPILS_DECAY, true);
    }
}
