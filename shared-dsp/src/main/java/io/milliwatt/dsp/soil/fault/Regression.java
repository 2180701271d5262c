package io.milliwatt.dsp.soil.fault;

/**
 * How one depth moves with another: the slope of changes over five days, forgetting slowly, and what is left of the depth after it. Only the past
 * counts on each day.
 */
final class Regression {
    private static final int STEP_DAYS = 5;
    private static final double RATE = 0.02;
    private static final double MOST_SLOPE = 2;
    /** Slope before anything is known, with the weight of a few lively days. */
    private static final double FIRST_SLOPE = 0.5;

    private static final double FIRST_WEIGHT = 2e-5;

    private Regression() {}

    /** Moisture less slope times the other's, by day. */
    static DaySeries residual(DaySeries own, DaySeries other) {
        double[] residual = new double[own.values().length];
        double products = FIRST_SLOPE * FIRST_WEIGHT;
        double squares = FIRST_WEIGHT;
        double integral = 0;
        double last = Double.NaN;
        for (int day = 0; day < residual.length; day++) {
            double slope = Math.clamp(products / squares, 0, MOST_SLOPE);
            double otherChange = other.change(day - 1, day);
            double ownChange = own.change(day - 1, day);
            double value = own.at(day);
            if (Double.isNaN(value)) {
                residual[day] = Double.NaN;
                continue;
            }
            if (Double.isNaN(last)) {
                integral = value;
            } else if (!Double.isNaN(ownChange)) {
                integral += ownChange - (Double.isNaN(otherChange) ? 0 : slope * otherChange);
            }
            last = value;
            residual[day] = integral;
            double x = other.change(day - STEP_DAYS, day);
            double y = own.change(day - STEP_DAYS, day);
            if (!Double.isNaN(x) && !Double.isNaN(y)) {
                products += RATE * (x * y - products);
                squares += RATE * (x * x + FIRST_WEIGHT - squares);
            }
        }
        return new DaySeries(residual);
    }
}
