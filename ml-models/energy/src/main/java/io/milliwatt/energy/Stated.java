package io.milliwatt.energy;

/**
 * A constant's value and where it comes from.
 *
 * @param value above 0 but for a share that may be 0
 * @param low the smallest value that the source allows, at most {@code value}
 * @param high the largest one, at least {@code value}
 * @param source in words, so that a reader can judge it or replace it
 */
public record Stated(double value, double low, double high, String source) {

    /** Ends the source of every value that is only what such parts usually have. */
    public static final String TYPICAL = "typical, to be replaced by the board's own";

    public Stated {
        if (!(low >= 0 && low <= value && value <= high) || Double.isInfinite(high) || source.isBlank()) {
            throw new IllegalArgumentException("A stated constant needs 0 ≤ low ≤ value ≤ high and a source, not " + low
                    + ", " + value + ", " + high + ", '" + source + "'.");
        }
    }

    public static Stated of(double value, String source) {
        return new Stated(value, value, value, source);
    }

    public static Stated typical(double value, String reason) {
        return of(value, reason + "; " + TYPICAL);
    }

    Stated at(double other) {
        return new Stated(other, other, other, source);
    }
}
