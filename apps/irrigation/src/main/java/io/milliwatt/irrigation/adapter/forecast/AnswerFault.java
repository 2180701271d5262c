package io.milliwatt.irrigation.adapter.forecast;

import io.milliwatt.irrigation.reason.Reason;
import java.time.Duration;
import java.util.Optional;

/** A weather service did not answer, or not so that it can be believed. */
final class AnswerFault extends Exception {

    private static final long serialVersionUID = 1L;

    private final transient Reason reason;
    private final transient Optional<Duration> retryAfter;

    AnswerFault(Reason reason) {
        this(reason, Optional.empty());
    }

    /** @param retryAfter for which the service wants to be left alone */
    AnswerFault(Reason reason, Optional<Duration> retryAfter) {
        super(reason.sentence());
        this.reason = reason;
        this.retryAfter = retryAfter;
    }

    Reason reason() {
        return reason;
    }

    Optional<Duration> retryAfter() {
        return retryAfter;
    }
}
