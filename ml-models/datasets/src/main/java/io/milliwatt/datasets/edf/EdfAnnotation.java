package io.milliwatt.datasets.edf;

import java.util.Objects;
import java.util.OptionalDouble;

/**
 * Something said about a stretch of a recording.
 *
 * @param onsetSeconds since the start that the header states; negative before it
 * @param durationSeconds 0 or more, if stated
 * @param text any Unicode text without the control characters 0, 20 and 21, not empty
 */
public record EdfAnnotation(double onsetSeconds, OptionalDouble durationSeconds, String text) {
    public EdfAnnotation {
        Objects.requireNonNull(durationSeconds, "duration is null");
        if (!Double.isFinite(onsetSeconds)) {
            throw new IllegalArgumentException("an annotation needs a finite onset, not " + onsetSeconds);
        }
        if (durationSeconds.isPresent()
                && !(durationSeconds.getAsDouble() >= 0 && Double.isFinite(durationSeconds.getAsDouble()))) {
            throw new IllegalArgumentException(
                    "an annotation's duration must be 0 s or more, not " + durationSeconds.getAsDouble());
        }
        if (text.isEmpty()
                || text.chars().anyMatch(c -> c == 0 || c == TimedText.SEPARATOR || c == TimedText.DURATION)) {
            throw new IllegalArgumentException(
                    "an annotation's text must not be empty or hold the control characters 0, 20 and 21");
        }
    }

    public static EdfAnnotation of(double onsetSeconds, String text) {
        return new EdfAnnotation(onsetSeconds, OptionalDouble.empty(), text);
    }
}
