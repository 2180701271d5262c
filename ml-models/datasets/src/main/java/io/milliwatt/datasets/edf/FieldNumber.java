package io.milliwatt.datasets.edf;

import java.math.BigDecimal;
import java.math.RoundingMode;

/** Numbers in header fields of eight characters. */
final class FieldNumber {
    private static final int WIDTH = 8;

    private FieldNumber() {}

    /** The number nearest to the given one that eight characters can hold; the number itself if it is too large for them. */
    static double nearest(double value) {
        for (int decimals = WIDTH - 1; decimals >= 0; decimals--) {
            BigDecimal rounded = BigDecimal.valueOf(value).setScale(decimals, RoundingMode.HALF_EVEN);
            if (text(rounded).length() <= WIDTH) {
                return rounded.doubleValue();
            }
        }
        return value;
    }

    /** Without exponent; may be longer than a field if the number does not fit one. */
    static String text(double value) {
        return text(BigDecimal.valueOf(value));
    }

    private static String text(BigDecimal value) {
        return value.signum() == 0 ? "0" : value.stripTrailingZeros().toPlainString();
    }
}
