package io.milliwatt.nodes.fleet;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import com.fasterxml.jackson.annotation.JsonProperty;
import io.milliwatt.nodes.soil.FieldScenario;
import io.milliwatt.nodes.soil.SoilFault;
import java.util.List;
import java.util.Optional;

/**
 * One node in a zone, and the soil, weather and valve around it.
 *
 * @param nodeId as enrolled at the gateway
 */
@JsonIgnoreProperties(ignoreUnknown = true)
public record ZoneNode(int nodeId, FieldScenario field) {

    private static final int READING_SECONDS = 900;
    private static final int HISTORY_DAYS = 14;
    private static final double RAINY_DAYS = 0.2;
    private static final double RAIN_MILLIMETRES = 6;

    @JsonCreator
    static ZoneNode of(
            @JsonProperty(value = "nodeId", required = true) int nodeId,
            @JsonProperty(value = "soil", required = true) Soil soil) {
        return new ZoneNode(nodeId, soil.scenario());
    }

    /** A zone as a fleet file says it; what is left out is usual. */
    @JsonIgnoreProperties(ignoreUnknown = true)
    private record Soil(
            @JsonProperty(required = true) double latitudeDegrees,
            int utcOffsetMinutes,
            @JsonProperty(required = true) double fieldCapacityPercent,
            @JsonProperty(required = true) double wiltingPointPercent,
            @JsonProperty(required = true) double saturationPercent,
            @JsonProperty(required = true) int rootMillimetres,
            Double cropCoefficient,
            double depletedAtBegin,
            Double rainyDays,
            Double rainMillimetres,
            @JsonProperty(required = true) List<Integer> depthsMillimetres,
            FieldScenario.FieldValve valve,
            List<Fault> faults,
            Integer readingSeconds,
            Double speed,
            Integer historyDays,
            Boolean compact) {

        private record Fault(@JsonProperty(required = true) SoilFault kind, double afterMinutes) {}

        FieldScenario scenario() {
            List<FieldScenario.TimedFault> timed = Optional.ofNullable(faults).orElse(List.of()).stream()
                    .map(fault -> new FieldScenario.TimedFault(fault.kind(), fault.afterMinutes()))
                    .toList();
            return new FieldScenario(
                    latitudeDegrees,
                    utcOffsetMinutes,
                    fieldCapacityPercent,
                    wiltingPointPercent,
                    saturationPercent,
                    rootMillimetres,
                    Optional.ofNullable(cropCoefficient).orElse(1.0),
                    depletedAtBegin,
                    Optional.ofNullable(rainyDays).orElse(RAINY_DAYS),
                    Optional.ofNullable(rainMillimetres).orElse(RAIN_MILLIMETRES),
                    depthsMillimetres,
                    Optional.ofNullable(valve),
                    timed,
                    Optional.ofNullable(readingSeconds).orElse(READING_SECONDS),
                    Optional.ofNullable(speed).orElse(1.0),
                    Optional.ofNullable(historyDays).orElse(HISTORY_DAYS),
                    Optional.ofNullable(compact).orElse(true));
        }
    }
}
