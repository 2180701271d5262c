package io.milliwatt.ecg.adapter.view;

import java.time.Instant;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.OptionalLong;

/** An alarm as lists show it. */
public record AlarmView(
        long id,
        Optional<String> patientId,
        Optional<String> bed,
        OptionalLong nodeId,
        OptionalInt eventClass,
        String rule,
        String words,
        String priority,
        boolean technical,
        int rank,
        String state,
        String annunciation,
        boolean sounds,
        boolean late,
        Instant raisedAt,
        Optional<Instant> returnedAt,
        Optional<Instant> acknowledgedAt,
        Optional<String> acknowledgedBy,
        String message,
        OptionalDouble value,
        OptionalDouble limit,
        Optional<String> unit,
        Optional<Long> eventId) {}
