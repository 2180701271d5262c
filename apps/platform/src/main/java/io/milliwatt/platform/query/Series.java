package io.milliwatt.platform.query;

import io.milliwatt.platform.storage.TrendPoint;
import java.util.List;
import java.util.function.ToDoubleFunction;

/** A course as columns of equal length; {@code t} in milliseconds since 1970. */
public record Series(long[] t, double[] min, double[] mean, double[] max) {

    public static Series of(List<TrendPoint> points) {
        return new Series(
                points.stream().mapToLong(point -> point.at().toEpochMilli()).toArray(),
                column(points, TrendPoint::minimum),
                column(points, TrendPoint::mean),
                column(points, TrendPoint::maximum));
    }

    private static double[] column(List<TrendPoint> points, ToDoubleFunction<TrendPoint> value) {
        return points.stream().mapToDouble(value).toArray();
    }
}
