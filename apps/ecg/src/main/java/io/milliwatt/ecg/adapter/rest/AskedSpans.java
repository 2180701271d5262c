package io.milliwatt.ecg.adapter.rest;

import io.milliwatt.platform.problems.ProblemException;
import io.milliwatt.platform.query.TimeParameters;
import io.milliwatt.platform.storage.TrendWindow;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/** Spans of time as addresses name them: until now where there is no end, and of a usual length where there is no beginning. */
@ApplicationScoped
class AskedSpans {

    private final Clock clock;

    AskedSpans(Clock clock) {
        this.clock = clock;
    }

    TrendWindow until(Optional<String> from, Optional<String> to, Duration usual, int points) {
        return until(from, to, clock.instant(), usual, points);
    }

    /** @param latest the end where none is named */
    TrendWindow until(Optional<String> from, Optional<String> to, Instant latest, Duration usual, int points) {
        Instant end = to.map(TimeParameters::instant).orElse(latest);
        Instant start = from.map(TimeParameters::instant).orElse(end.minus(usual));
        return TimeParameters.window(start, end, points);
    }

    /**
     * Fails with a sentence where a span is longer than what can be answered at once.
     *
     * @param what the answer, for the sentence
     * @param remedy what to ask for instead
     */
    static void requireAtMost(Duration longest, TrendWindow asked, String what, String remedy) {
        Duration length = Duration.between(asked.from(), asked.to());
        if (length.compareTo(longest) > 0) {
            throw new ProblemException(
                    400,
                    "window.too-long",
                    "The " + what + " is to span " + length.toSeconds() + " s; " + longest.toSeconds()
                            + " s are the most. " + remedy);
        }
    }
}
