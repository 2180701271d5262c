package io.milliwatt.training.soil.forecast;

import io.milliwatt.dsp.fixedpoint.soil.FutureRain;
import io.milliwatt.dsp.fixedpoint.soil.SoilFeature;
import io.milliwatt.dsp.fixedpoint.soil.SoilFeatures;

/**
 * A day of a depth, and what came of it.
 *
 * @param depth index of its depth, the uppermost is 0
 * @param features the node's inputs with the rain to come unknown
 * @param future rain of the seven days after
 * @param changes of water content after 1, 3 and 7 days, 0.01 %; {@link #UNKNOWN} where not measured
 */
// Made once, read often; never compared.
@SuppressWarnings("ArrayRecordComponent")
public record DepthSample(String station, int depth, short[] features, FutureRain future, int[] changes) {

    public static final int UNKNOWN = Integer.MIN_VALUE;

    private static final int WET_TENTHS = 10;
    private static final int[] DAYS = {1, 3, 7};
    private static final double Q13 = 8_192;
    private static final double MARGIN = 200;

    /** The node's inputs. */
    short[] inputs(Rain rain) {
        return switch (rain) {
            case UNKNOWN -> features;
            case KNOWN -> SoilFeatures.withFuture(features, future);
            case DRY -> SoilFeatures.withFuture(features, FutureRain.DRY);
        };
    }

    boolean isKnown(int horizon) {
        return changes[horizon] != UNKNOWN;
    }

    /** Whether at least 1 mm falls within the horizon. */
    boolean isWet(int horizon) {
        int[] tenths = future.tenths();
        int sum = 0;
        for (int day = 0; day < DAYS[horizon]; day++) {
            sum += tenths[day];
        }
        return sum >= WET_TENTHS;
    }

    int feature(SoilFeature feature) {
        return features[feature.ordinal()];
    }

    /** The untrained baseline: the soil dries on as it did, and it never rains; 0.01 %. */
    double dryDown(int horizon) {
        double rate = feature(SoilFeature.DRYING) / Q13;
        return (feature(SoilFeature.ABOVE_DRIEST) + MARGIN) * Math.expm1(-rate * DAYS[horizon]);
    }
}
