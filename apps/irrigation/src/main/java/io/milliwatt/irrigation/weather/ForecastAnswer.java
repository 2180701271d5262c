package io.milliwatt.irrigation.weather;

import io.milliwatt.irrigation.reason.Reason;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** What came of asking a weather service. */
public sealed interface ForecastAnswer {

    /** It has said something new. */
    record Told(Forecast forecast) implements ForecastAnswer {}

    /**
     * What it said last counts still: it has said that nothing is new, it is not yet time to ask it again, or it fails only for a while.
     *
     * @param lastGood when it answered
     */
    record Stands(Instant lastGood) implements ForecastAnswer {}

    /**
     * It does not answer, or not so that it can be believed.
     *
     * @param why in the order in which it is told
     * @param lastGood when it last answered well; empty if never
     */
    record Untold(List<Reason> why, Optional<Instant> lastGood) implements ForecastAnswer {
        public Untold {
            why = List.copyOf(why);
        }
    }

    /** No service is set up for this site; nobody outside was asked. */
    record Unasked() implements ForecastAnswer {}
}
