package io.milliwatt.datasets.reader;

import java.util.Locale;
import java.util.OptionalDouble;
import java.util.Set;

/** One field of text as a number: NaN for a missing one, empty for text. */
final class NumberField {
    private static final Set<String> MISSING = Set.of("", "nan", "na", "n/a", "null", "none", "-", "--", "?");

    private NumberField() {}

    static OptionalDouble parse(String field, boolean commaMayBeDecimal) {
        String text = field.strip();
        if (text.isEmpty()) {
            return OptionalDouble.of(Double.NaN);
        }
        char first = text.charAt(0);
        char last = text.charAt(text.length() - 1);
        // Double.parseDouble also takes "1d", "0x1p3" and "Infinity"; only the last may stand in a recording.
        if ((Character.isDigit(first) || first == '-' || first == '+' || first == '.')
                && (Character.isDigit(last) || last == '.')
                && text.indexOf('x') < 0
                && text.indexOf('X') < 0) {
            try {
                return OptionalDouble.of(
                        Double.parseDouble(commaMayBeDecimal && text.indexOf('.') < 0 ? text.replace(',', '.') : text));
            } catch (NumberFormatException e) {
                return OptionalDouble.empty();
            }
        }
        return missingOrInfinite(text.toLowerCase(Locale.ROOT));
    }

    private static OptionalDouble missingOrInfinite(String text) {
        if (MISSING.contains(text) || text.equals("-nan") || text.equals("+nan")) {
            return OptionalDouble.of(Double.NaN);
        }
        return switch (text) {
            case "inf", "+inf", "infinity", "+infinity" -> OptionalDouble.of(Double.POSITIVE_INFINITY);
            case "-inf", "-infinity" -> OptionalDouble.of(Double.NEGATIVE_INFINITY);
            default -> OptionalDouble.empty();
        };
    }

    /** Whether a line is made of numbers rather than of words: digits, and no more letters than exponents and NaN need. */
    static boolean looksLikeSamples(String line) {
        long digits = line.chars().filter(Character::isDigit).count();
        long letters = line.chars().filter(Character::isLetter).count();
        return digits > 0 && letters <= digits;
    }
}
