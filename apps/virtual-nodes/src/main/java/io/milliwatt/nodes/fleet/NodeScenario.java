package io.milliwatt.nodes.fleet;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import io.milliwatt.dsp.vibration.BearingGeometry;

/**
 * One node, the bearing it sits on and what its machine does.
 *
 * @param nodeId as enrolled at the gateway
 * @param nominalSpeedRpm of the machine; also its real speed in the physical model
 */
@JsonIgnoreProperties(ignoreUnknown = true)
public record NodeScenario(int nodeId, Bearing bearing, double nominalSpeedRpm, SignalDescription signal) {

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
