package io.milliwatt.irrigation.adapter.view;

import io.milliwatt.irrigation.adapter.definition.Geometry;
import java.time.Instant;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;

/** A zone as map and list show it; what is not known is null. */
public record ZoneRow(
        String id,
        String name,
        String fieldId,
        String fieldName,
        Optional<Geometry> outline,
        double areaHectares,
        Optional<String> crop,
        Optional<String> stage,
        OptionalDouble rootDepthMillimetres,
        String status,
        boolean needsActionToday,
        OptionalDouble depletionMillimetres,
        OptionalDouble depletionSpreadMillimetres,
        OptionalDouble refillMillimetres,
        OptionalDouble totalAvailableMillimetres,
        OptionalDouble fractionOfRefill,
        OptionalInt daysToRefill,
        OptionalInt daysToRefillLow,
        OptionalInt daysToRefillHigh,
        String balance,
        Optional<ReasonView> balanceReason,
        Optional<RecommendationView> recommendation,
        boolean running,
        int openAlarms,
        String sensorHealth,
        Optional<Instant> lastReadingAt) {}
