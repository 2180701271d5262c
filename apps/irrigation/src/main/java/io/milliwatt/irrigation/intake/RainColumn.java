package io.milliwatt.irrigation.intake;

import java.util.ArrayList;
import java.util.List;

/**
 * A file's rain, which may be what fell since the row before, or a counter that only grows.
 *
 * @param millimetres since the row before, one for each row; NaN where the row tells none that can be believed
 * @param counter whether the file's column was a counter
 * @param stuck rows, by their place, in which the same amount was told again and again
 */
public record RainColumn(List<Double> millimetres, boolean counter, List<Integer> stuck) {

    /** Rain repeats itself to the tenth of a millimetre for an hour or two, not for this long. */
    private static final int LONGEST_REPEAT = 6;

    /** What the tipping of a bucket adds to the same number by chance, mm: drizzle of one tip an hour may go on. */
    private static final double DRIZZLE_MILLIMETRES = 0.6;

    private static final double COUNTER_SHARE = 0.9;
    private static final int LEAST_ROWS = 10;

    public RainColumn {
        millimetres = List.copyOf(millimetres);
        stuck = List.copyOf(stuck);
    }

    /** @param told in the order of time; NaN where a row tells none */
    public static RainColumn of(List<Double> told) {
        return isCounter(told) ? counted(told) : fallen(told);
    }

    /** A counter hardly ever falls, and stands far above nothing most of the time. */
    private static boolean isCounter(List<Double> told) {
        int steps = 0;
        int rising = 0;
        int standing = 0;
        double before = Double.NaN;
        for (double value : told) {
            if (!Double.isNaN(value) && !Double.isNaN(before)) {
                steps++;
                rising += value >= before ? 1 : 0;
                standing += value > 0 && value == before ? 1 : 0;
            }
            before = Double.isNaN(value) ? before : value;
        }
        return steps >= LEAST_ROWS && rising >= 0.98 * steps && standing >= COUNTER_SHARE * steps / 2;
    }

    private static RainColumn counted(List<Double> told) {
        List<Double> increments = new ArrayList<>();
        double before = Double.NaN;
        for (double value : told) {
            if (Double.isNaN(value)) {
                increments.add(Double.NaN);
                continue;
            }
            // The first row tells a sum of unknown age; after a fall the counter began anew.
            increments.add(Double.isNaN(before) ? 0 : value >= before ? value - before : value);
            before = value;
        }
        return new RainColumn(increments, true, List.of());
    }

    private static RainColumn fallen(List<Double> told) {
        List<Double> kept = new ArrayList<>(told);
        List<Integer> stuck = new ArrayList<>();
        int from = 0;
        for (int i = 1; i <= told.size(); i++) {
            if (i < told.size() && told.get(i).equals(told.get(from))) {
                continue;
            }
            if (i - from >= LONGEST_REPEAT && told.get(from) > DRIZZLE_MILLIMETRES) {
                // The first of them fell; the rest repeats it.
                for (int again = from + 1; again < i; again++) {
                    kept.set(again, Double.NaN);
                    stuck.add(again);
                }
            }
            from = i;
        }
        return new RainColumn(kept, false, stuck);
    }
}
