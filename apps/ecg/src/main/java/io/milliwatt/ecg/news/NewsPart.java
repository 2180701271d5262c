package io.milliwatt.ecg.news;

import java.util.OptionalInt;

/**
 * One parameter's contribution.
 *
 * @param points 0 to 3; empty when it cannot be told
 */
public record NewsPart(NewsParameter parameter, OptionalInt points) {

    /** A single parameter in the chart's red, which asks for a clinician whatever the sum. */
    public boolean isRed() {
        return points.isPresent() && points.getAsInt() == NewsChart.RED_POINTS;
    }
}
