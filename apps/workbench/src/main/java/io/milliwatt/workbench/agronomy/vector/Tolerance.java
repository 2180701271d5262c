package io.milliwatt.workbench.agronomy.vector;

import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/** How far a value may lie from the expected one. */
record Tolerance(double amount, boolean relative) {

    /** What a value loses by being written in decimals. */
    private static final double WRITTEN = 1e-9;

    /** One for each of {@code count} outputs. */
    static List<Tolerance> parse(String text, int count) {
        List<Tolerance> tolerances =
                Stream.of(text.split(";")).map(String::trim).map(Tolerance::one).toList();
        if (tolerances.size() == 1) {
            return Collections.nCopies(count, tolerances.getFirst());
        }
        if (tolerances.size() != count) {
            throw new RowException("There are " + tolerances.size() + " tolerances for " + count + " values.");
        }
        return tolerances;
    }

    double allowed(double expected) {
        return (relative ? amount * Math.abs(expected) : amount) + WRITTEN;
    }

    private static Tolerance one(String text) {
        String plain = text.toLowerCase(Locale.ROOT);
        try {
            if (plain.endsWith("%")) {
                return checked(
                        Double.parseDouble(
                                        plain.substring(0, plain.length() - 1).trim())
                                / 100,
                        true,
                        text);
            }
            if (plain.startsWith("rel")) {
                return checked(
                        Double.parseDouble(plain.substring("rel".length()).trim()), true, text);
            }
            return checked(Double.parseDouble(plain), false, text);
        } catch (NumberFormatException e) {
            throw new RowException("'" + text + "' is no tolerance; write a number, 'rel 1e-4' or '10%'.", e);
        }
    }

    private static Tolerance checked(double amount, boolean relative, String text) {
        if (!(amount >= 0 && amount < Double.POSITIVE_INFINITY)) {
            throw new RowException("'" + text + "' is no tolerance; it must be zero or more.");
        }
        return new Tolerance(amount, relative);
    }
}
