package io.milliwatt.training.compression;

import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;

/**
 * Size and operations against accuracy.
 *
 * @param subject the full model's name
 * @param points the full model first
 * @param chosen position of the chosen one
 * @param reason why, in a sentence
 */
public record CompressionCurve(String subject, List<CurvePoint> points, int chosen, String reason) {
    public CompressionCurve {
        points = List.copyOf(points);
    }

    public CurvePoint chosenPoint() {
        return points.get(chosen);
    }

    /** The smallest model within the allowed loss that saves enough; of equal ones the quicker, then the better. */
    static CompressionCurve choose(
            String subject, List<CurvePoint> points, double allowedLossPoints, int leastSavingBytes) {
        CurvePoint full = points.getFirst();
        int chosen = IntStream.range(1, points.size())
                .filter(index -> points.get(index).lostPoints() <= allowedLossPoints
                        && full.modelBytes() - points.get(index).modelBytes() >= leastSavingBytes)
                .boxed()
                .min(Comparator.comparing(
                        points::get,
                        Comparator.comparingInt(CurvePoint::modelBytes)
                                .thenComparingInt(CurvePoint::operations)
                                .thenComparingDouble(CurvePoint::lostPoints)))
                .orElse(0);
        CurvePoint best = points.get(chosen);
        String reason = chosen == 0
                ? String.format(
                        Locale.ROOT,
                        "Nothing that saves at least %d bytes stays within %.1f points of the full model, so nothing is taken away.",
                        leastSavingBytes,
                        allowedLossPoints)
                : String.format(
                        Locale.ROOT,
                        "The smallest model within %.1f points of the full one: %d instead of %d bytes, %d instead of %d "
                                + "operations; %s. The choice was made on these very folds, so expect a little less.",
                        allowedLossPoints,
                        best.modelBytes(),
                        full.modelBytes(),
                        best.operations(),
                        full.operations(),
                        best.lostPoints() >= 0
                                ? String.format(Locale.ROOT, "%.1f points are lost", best.lostPoints())
                                : String.format(
                                        Locale.ROOT, "it does %.1f points better, by chance", -best.lostPoints()));
        return new CompressionCurve(subject, points, chosen, reason);
    }
}
