package io.milliwatt.platform.alarms.store;

import io.milliwatt.platform.alarms.AlarmState;
import java.time.Instant;
import java.util.Optional;
import java.util.OptionalDouble;

/** One step in an alarm's life as it stands in the table. */
public record HistoryEntry(
        Instant at,
        AlarmState from,
        AlarmState to,
        Optional<String> by,
        Optional<String> comment,
        OptionalDouble value) {}
