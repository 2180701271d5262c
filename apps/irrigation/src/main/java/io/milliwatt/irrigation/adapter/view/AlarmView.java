package io.milliwatt.irrigation.adapter.view;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import io.milliwatt.platform.alarms.rest.AlarmFacts;
import java.util.List;
import java.util.Optional;

/**
 * An alarm as lists show it.
 *
 * @param reasons why it was raised, in codes and numbers; empty where its rule says all
 * @param quiet it was raised in the farm's night and can wait until morning: shown, without sound or notification
 */
public record AlarmView(
        @JsonUnwrapped AlarmFacts facts,
        String sourceId,
        String sourceName,
        Optional<String> zoneId,
        List<ReasonView> reasons,
        boolean quiet) {}
