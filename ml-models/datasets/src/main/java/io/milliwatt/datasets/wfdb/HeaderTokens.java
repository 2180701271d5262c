package io.milliwatt.datasets.wfdb;

import io.milliwatt.datasets.recording.RecordingException;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** One line of a header, taken apart from left to right; every error names the line, the field and what stood there. */
final class HeaderTokens {
    private static final Pattern NUMBER = Pattern.compile("[-+]?(\\d+\\.?\\d*|\\.\\d+)([eE][-+]?\\d+)?");

    private final String file;
    private final int lineNumber;
    private String rest;

    HeaderTokens(String file, int lineNumber, String line) {
        this.file = file;
        this.lineNumber = lineNumber;
        this.rest = line.strip();
    }

    /** The next field, if the line has one more. */
    Optional<String> next() {
        if (rest.isEmpty()) {
            return Optional.empty();
        }
        int end = 0;
        while (end < rest.length() && !Character.isWhitespace(rest.charAt(end))) {
            end++;
        }
        String token = rest.substring(0, end);
        rest = rest.substring(end).strip();
        return Optional.of(token);
    }

    String required(String field) throws RecordingException {
        return next().orElseThrow(() -> failure("has no " + field));
    }

    /** All that is left of the line, empty if nothing is. */
    String rest() {
        String all = rest;
        rest = "";
        return all;
    }

    /** The next field taken apart; every field of the file must match as a whole. */
    Optional<Matcher> next(String field, Pattern pattern) throws RecordingException {
        Optional<String> token = next();
        return token.isEmpty() ? Optional.empty() : Optional.of(match(field, token.get(), pattern));
    }

    Matcher match(String field, String token, Pattern pattern) throws RecordingException {
        Matcher matcher = pattern.matcher(token);
        if (!matcher.matches()) {
            throw failure("has \"" + shortened(token) + "\" as its " + field);
        }
        return matcher;
    }

    int integer(String field, String token) throws RecordingException {
        try {
            return Integer.parseInt(token);
        } catch (NumberFormatException e) {
            throw failure("has \"" + shortened(token) + "\" as its " + field + ", which is no whole number of 32 bits");
        }
    }

    /** The next field as a whole number, or {@code absent}. */
    int integer(String field, int absent) throws RecordingException {
        Optional<String> token = next();
        return token.isEmpty() ? absent : integer(field, token.get());
    }

    long count(String field, String token) throws RecordingException {
        try {
            long value = Long.parseLong(token);
            if (value >= 0) {
                return value;
            }
        } catch (NumberFormatException e) {
            // Said below, as for a negative number.
        }
        throw failure("has \"" + shortened(token) + "\" as its " + field + ", which is no count");
    }

    double number(String field, String token) throws RecordingException {
        double value = NUMBER.matcher(token).matches() ? Double.parseDouble(token) : Double.NaN;
        if (!Double.isFinite(value)) {
            throw failure("has \"" + shortened(token) + "\" as its " + field + ", which is no number");
        }
        return value;
    }

    RecordingException failure(String problem) {
        return new RecordingException(
                file, problem + " in line " + lineNumber, "Correct the header, or copy it again from its source.");
    }

    private static String shortened(String token) {
        return token.length() <= 40 ? token : token.substring(0, 40) + "…";
    }
}
