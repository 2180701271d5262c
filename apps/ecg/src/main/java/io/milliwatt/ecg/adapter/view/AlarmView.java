package io.milliwatt.ecg.adapter.view;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import io.milliwatt.platform.alarms.rest.AlarmFacts;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;

/** An alarm as lists show it. */
public record AlarmView(
        @JsonUnwrapped AlarmFacts facts,
        Optional<String> patientId,
        Optional<String> bed,
        OptionalLong nodeId,
        OptionalInt eventClass,
        String words,
        boolean technical,
        int rank,
        String annunciation,
        boolean sounds,
        boolean late,
        Optional<Long> eventId) {}
