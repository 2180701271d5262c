package io.milliwatt.platform.alarms;

import java.time.Instant;
import java.util.Optional;
import java.util.OptionalDouble;

/**
 * One step in an alarm's life; all of them together are its history.
 *
 * @param alarm as it is after the step
 * @param at when: by the observation's clock, or by the server's for what a person did
 * @param by the person, for an acknowledgement
 */
public record Transition(
        Alarm alarm, Instant at, AlarmState from, Optional<String> by, Optional<String> comment, OptionalDouble value) {

    public AlarmState to() {
        return alarm.state();
    }
}
