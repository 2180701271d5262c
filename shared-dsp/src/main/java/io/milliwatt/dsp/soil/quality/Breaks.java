package io.milliwatt.dsp.soil.quality;

/** A sudden change of level that stays (Dorigo et al. 2013, eq. 7 to 9), and a drop to exactly nothing. */
final class Breaks {
    private static final double LEAST_RELATIVE = 0.1;
    private static final double LEAST_PERCENT = 1;
    private static final double DROP_TO_ZERO_PERCENT = 5;
    private static final int HALF_WINDOW = 12;
    private static final int LEAST_IN_WINDOW = 4;
    private static final double LASTING = 10;

    private final Readings moisture;
    private final Readings slope;
    private final Readings curvature;

    Breaks(Readings moisture) {
        this.moisture = moisture;
        slope = moisture.slope();
        curvature = moisture.curvature();
    }

    boolean drops(int i) {
        boolean toZero = Math.abs(change(i)) > DROP_TO_ZERO_PERCENT && moisture.at(i) == 0;
        return toZero || breaks(i) && slope.at(i) < 0;
    }

    boolean jumps(int i) {
        return breaks(i) && slope.at(i) > 0;
    }

    private boolean breaks(int i) {
        double[] slopes = slope.present(i - HALF_WINDOW, i + HALF_WINDOW);
        double usual = slopes.length < LEAST_IN_WINDOW ? Double.NaN : Math.abs(Readings.mean(slopes) * 10);
        double mirrored = Readings.rounded(Math.abs(curvature.at(i - 1) / curvature.at(i)), 1);
        double lasting = Math.abs(curvature.at(i) / curvature.at(i + 2));
        return Math.abs(change(i) / moisture.at(i)) > LEAST_RELATIVE
                && Math.abs(change(i)) > LEAST_PERCENT
                && moisture.at(i) != 0
                && Math.abs(slope.at(i)) > usual
                && mirrored == 1
                && curvature.at(i) != 0
                && lasting > LASTING;
    }

    private double change(int i) {
        return moisture.at(i) - moisture.at(i - 1);
    }
}
