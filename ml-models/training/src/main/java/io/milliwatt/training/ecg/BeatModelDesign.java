package io.milliwatt.training.ecg;

import static io.milliwatt.dsp.fixedpoint.heart.Feature.*;

import io.milliwatt.dsp.fixedpoint.heart.Feature;
import io.milliwatt.runtime.decision.BeatRule;
import io.milliwatt.training.ecg.BoostedMargin.Plan;
import java.util.List;
import java.util.stream.Stream;

/**
 * What the three margins look at, how they are grown and when they count. Everything here was chosen by cross-validation inside DS1
 * and on the stress records cut from it; the model card tells what else was tried.
 */
final class BeatModelDesign {

    /** Score units of the node per unit of log odds. */
    static final int UNITS_PER_NAT = 192;

    static final int VENTRICULAR = 0;
    static final int SUPRAVENTRICULAR = 1;
    static final int MAJORITY = 2;
    static final int MARGINS = 3;

    private static final List<Feature> RHYTHM = List.of(
            INTERVAL_TO_MEDIAN,
            INTERVAL_TO_RECENT,
            NEXT_TO_MEDIAN,
            NEXT_TO_INTERVAL,
            INTERVAL_TO_PREVIOUS,
            BOTH_TO_MEDIAN,
            INTERVAL_TO_LONG_MEDIAN,
            INTERVAL_TO_SINUS,
            NEXT_TO_SINUS,
            EARLINESS,
            BEFORE_EARLIEST,
            IRREGULARITY,
            NEAREST_INTERVAL,
            FIBRILLATION,
            P_CORRELATION,
            P_DIFFERENCE,
            P_PROJECTION,
            P_HEIGHT,
            P_TEMPLATE_HEIGHT,
            P_CORRELATION_BEFORE,
            P_CORRELATION_AFTER);

    private static final List<Feature> AGAINST_A_MAJORITY = List.of(
            EARLY_P_CORRELATION,
            P_CORRELATION_LEAD,
            EARLY_P_DIFFERENCE_LEAD,
            EARLY_P_TEMPLATE_HEIGHT,
            LATE_BEATS_P,
            EARLY_BEATS_P,
            INTERVAL_TO_SLOW_64,
            INTERVAL_TO_SLOW_256,
            INTERVAL_TO_SLOW_MODE,
            SLOW_MODE_MASS,
            NEXT_TO_SLOW_MODE,
            EARLY_SHARE,
            BEATS_SINCE_LATE,
            INTERVAL_MILLIS,
            MEDIAN_MILLIS,
            INTERVAL_TO_MEAN_64,
            INTERVAL_TO_MEAN_256,
            INTERVAL_TO_SLOWEST_256);

    private static final List<Feature> SHAPES = List.of(
            QRS_CORRELATION,
            QRS_ACCEPTED_CORRELATION,
            QRS_DISTANCE,
            QRS_SIZE,
            QRS_MOST_ABOVE,
            QRS_MOST_BELOW,
            QRS_SHAPE_KNOWN,
            SHAPE_INTERVALS,
            SHAPE_STANDING,
            QRS_WIDTH,
            QRS_BROADER,
            QRS_STEEPNESS,
            QRS_AREA,
            QRS_AREA_RATIO,
            QRS_HIGHEST,
            QRS_LOWEST,
            QRS_FIRST_HALF,
            QRS_SECOND_HALF,
            T_CORRELATION,
            T_HIGHEST,
            T_LOWEST,
            T_DIFFERENCE,
            NOISE,
            INTERVAL_TO_MEDIAN,
            INTERVAL_TO_RECENT,
            NEXT_TO_MEDIAN,
            NEXT_TO_INTERVAL,
            INTERVAL_TO_PREVIOUS,
            INTERVAL_TO_SINUS,
            P_CORRELATION,
            P_DIFFERENCE);

    /** In the order of the forest's columns. */
    static final List<Plan> PLANS = List.of(
            new Plan(SHAPES, 80, 3, 0.15),
            new Plan(RHYTHM, 40, 4, 0.15),
            new Plan(Stream.concat(RHYTHM.stream(), AGAINST_A_MAJORITY.stream()).toList(), 70, 4, 0.15));

    private BeatModelDesign() {}

    private static int units(double nats) {
        return (int) Math.round(nats * UNITS_PER_NAT);
    }

    /** Thresholds in log odds, turned to the node's units. */
    static BeatRule rule() {
        return new BeatRule(
                new BeatRule.Inputs(
                        FIBRILLATION.ordinal(),
                        ALTERNATING_FIBRILLATION.ordinal(),
                        INTERVAL_MILLIS.ordinal(),
                        QRS_SHAPE_KNOWN.ordinal(),
                        SHAPE.ordinal(),
                        NOISE.ordinal()),
                units(0.5),
                units(0.5),
                units(3),
                units(0.75),
                units(-0.75),
                22,
                units(1.5),
                150,
                179,
                205,
                8);
    }
}
