package io.milliwatt.irrigation.intake;

/** Numbers by which loggers and archives say that there is no value. */
public final class MissingCode {

    private static final double[] CODES = {-99, -99.9, -999, -999.9, -9999, -99999, -6999, 9999, 99999};

    private MissingCode() {}

    public static boolean isOne(double value) {
        for (double code : CODES) {
            if (value == code) {
                return true;
            }
        }
        return !Double.isFinite(value);
    }
}
