package io.milliwatt.nodes.fleet;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import com.fasterxml.jackson.annotation.JsonProperty;
import io.milliwatt.dsp.vibration.BearingGeometry;
import java.util.Optional;

/**
 * One node, the bearing it sits on and what its machine does.
 *
 * @param nodeId as enrolled at the gateway
 * @param nominalSpeedRpm of the machine; also its real speed in the physical model
 * @param bursts empty where the node samples without a pause
 */
@JsonIgnoreProperties(ignoreUnknown = true)
public record NodeScenario(
        int nodeId, Bearing bearing, double nominalSpeedRpm, SignalDescription signal, Optional<Bursts> bursts) {

    /**
     * A node that rests between bursts.
     *
     * @param windows computed per burst, at least 2
     * @param intervalSeconds from one burst's begin to the next one's
     */
    @JsonIgnoreProperties(ignoreUnknown = true)
    public record Bursts(int windows, int intervalSeconds) {}

    @JsonCreator
    static NodeScenario of(
            @JsonProperty(value = "nodeId", required = true) int nodeId,
            @JsonProperty(value = "bearing", required = true) Bearing bearing,
            @JsonProperty(value = "nominalSpeedRpm", required = true) double nominalSpeedRpm,
            @JsonProperty(value = "signal", required = true) SignalDescription signal,
            @JsonProperty("bursts") Bursts bursts) {
        return new NodeScenario(nodeId, bearing, nominalSpeedRpm, signal, Optional.ofNullable(bursts));
    }

    /** The dimensions under the console's names. */
    @JsonIgnoreProperties(ignoreUnknown = true)
    public record Bearing(
            int rollingElements,
            double elementDiameterMillimetres,
            double pitchDiameterMillimetres,
            double contactAngleDegrees) {
        public BearingGeometry geometry() {
            return new BearingGeometry(
                    rollingElements, elementDiameterMillimetres, pitchDiameterMillimetres, contactAngleDegrees);
        }
    }
}
