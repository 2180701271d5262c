package io.milliwatt.nodes.fleet;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import com.fasterxml.jackson.annotation.JsonProperty;
import io.milliwatt.nodes.heart.Battery;
import io.milliwatt.nodes.heart.BeatShape;
import io.milliwatt.nodes.heart.BedsideSensors;
import io.milliwatt.nodes.heart.Disturbance;
import io.milliwatt.nodes.heart.Episode;
import io.milliwatt.nodes.heart.HeartScenario;
import io.milliwatt.nodes.heart.Span;
import java.util.List;
import java.util.Optional;

/**
 * One node on a chest, what the heart under it does, and the further sensors at the bed that report through it. Who the
 * patient is, is not the node's to know.
 *
 * @param nodeId as enrolled at the gateway
 * @param battery of the node
 * @param record name of an MIT-BIH record that takes the model's place where the recordings are on this machine
 */
@JsonIgnoreProperties(ignoreUnknown = true)
public record PatientNode(
        int nodeId, HeartScenario heart, Optional<BedsideSensors> sensors, Battery battery, Optional<String> record) {

    private static final double BREATHS_PER_MINUTE = 15;

    @JsonCreator
    static PatientNode of(
            @JsonProperty(value = "nodeId", required = true) int nodeId,
            @JsonProperty(value = "heart", required = true) Heart heart,
            @JsonProperty("sensors") BedsideSensors sensors,
            @JsonProperty("battery") Battery battery,
            @JsonProperty("record") String record) {
        return new PatientNode(
                nodeId,
                heart.scenario(),
                Optional.ofNullable(sensors),
                Optional.ofNullable(battery).orElse(Battery.OF_A_WEEK),
                Optional.ofNullable(record));
    }

    /** A heart as a fleet file says it: what is left out is as in a healthy one. */
    private record Heart(
            @JsonProperty(required = true) double ratePerMinute,
            Double breathsPerMinute,
            BeatShape conduction,
            double ventricularPerMinute,
            double supraventricularPerMinute,
            List<Episode> episodes,
            Disturbance disturbance,
            List<Span> leadOff) {

        HeartScenario scenario() {
            return new HeartScenario(
                    ratePerMinute,
                    Optional.ofNullable(breathsPerMinute).orElse(BREATHS_PER_MINUTE),
                    Optional.ofNullable(conduction).orElse(BeatShape.SINUS),
                    ventricularPerMinute,
                    supraventricularPerMinute,
                    Optional.ofNullable(episodes).orElse(List.of()),
                    Optional.ofNullable(disturbance).orElse(Disturbance.LITTLE),
                    Optional.ofNullable(leadOff).orElse(List.of()));
        }
    }
}
