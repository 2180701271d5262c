package io.milliwatt.platform.query;

import io.milliwatt.platform.problems.ProblemException;
import io.milliwatt.platform.storage.TrendWindow;
import java.time.DateTimeException;
import java.time.Instant;

/** Times as they stand in an address. */
public final class TimeParameters {

    private TimeParameters() {}

    /** ISO-8601 in UTC, or milliseconds since 1970 as charts have them. */
    public static Instant instant(String text) {
        try {
            return text.chars().allMatch(Character::isDigit)
                    ? Instant.ofEpochMilli(Long.parseLong(text))
                    : Instant.parse(text);
        } catch (DateTimeException | NumberFormatException unreadable) {
            throw new ProblemException(
                    400,
                    "time.invalid",
                    "'" + text + "' is no time; write it like 2026-11-23T08:00:00Z or in milliseconds since 1970.");
        }
    }

    /** The window from one time to another; fails with a sentence where they make none. */
    public static TrendWindow window(Instant from, Instant to, int points) {
        try {
            return new TrendWindow(from, to, points);
        } catch (IllegalArgumentException invalid) {
            throw new ProblemException(400, "window.invalid", invalid.getMessage());
        }
    }
}
