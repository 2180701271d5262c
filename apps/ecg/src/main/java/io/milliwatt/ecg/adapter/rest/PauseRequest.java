package io.milliwatt.ecg.adapter.rest;

import io.milliwatt.ecg.alarm.Pause;
import io.milliwatt.platform.problems.ProblemException;
import jakarta.validation.constraints.NotNull;
import java.time.Duration;
import java.util.Optional;

/**
 * What is to be held back.
 *
 * @param seconds for how long, 30…600; absent for the kinds without an end
 */
public record PauseRequest(@NotNull String kind, Optional<Long> seconds) {

    Pause.Kind toKind() {
        return Pause.Kind.fromLabel(kind)
                .orElseThrow(() -> new ProblemException(
                        400,
                        "pause.invalid",
                        "There is no pause '" + kind
                                + "'; there are audio-paused, alarm-paused, audio-off and alarm-off."));
    }

    Optional<Duration> length() {
        return seconds.map(Duration::ofSeconds);
    }
}
