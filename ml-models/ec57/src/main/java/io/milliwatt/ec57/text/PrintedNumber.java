package io.milliwatt.ec57.text;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.OptionalDouble;

/**
 * Numbers as C's printf writes them: from the exact binary value, ties to the even digit. Java's own formatter rounds the shortest decimal
 * form instead, and half upwards, which differs in the last digit now and then.
 */
final class PrintedNumber {
    private PrintedNumber() {}

    /** As {@code %width.decimalsf}. */
    static String fixed(double value, int width, int decimals) {
        String digits =
                new BigDecimal(value).setScale(decimals, RoundingMode.HALF_EVEN).toPlainString();
        return padded(digits, width);
    }

    /** In a field of that width, or a hyphen at the right of it where there is no value. */
    static String fixedOrHyphen(OptionalDouble value, int width, int decimals) {
        return value.isPresent() ? fixed(value.getAsDouble(), width, decimals) : padded("-", width);
    }

    /** As {@code %widthd} for each of them, with a blank before it. */
    static String counts(int width, long... counts) {
        StringBuilder out = new StringBuilder();
        for (long count : counts) {
            out.append(' ').append(padded(Long.toString(count), width));
        }
        return out.toString();
    }

    static String padded(String text, int width) {
        return " ".repeat(Math.max(0, width - text.length())) + text;
    }
}
