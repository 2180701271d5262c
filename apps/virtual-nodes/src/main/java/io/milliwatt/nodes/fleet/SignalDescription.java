package io.milliwatt.nodes.fleet;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonProperty;
import io.milliwatt.nodes.signal.Damage;
import io.milliwatt.nodes.signal.PhysicalScenario;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * What a machine does, as a fleet file says it: the physical model always, and a recording that takes its place where the
 * recordings are on this machine.
 *
 * @param recording number of a CWRU record
 */
public record SignalDescription(
        List<Double> shaftVelocityMillimetresPerSecond,
        double noiseG,
        double resonanceHz,
        double resonanceDamping,
        Optional<Damage> damage,
        OptionalInt recording) {

    @JsonCreator
    static SignalDescription of(
            @JsonProperty(value = "shaftVelocityMillimetresPerSecond", required = true) List<Double> shaftVelocity,
            @JsonProperty(value = "noiseG", required = true) double noiseG,
            @JsonProperty(value = "resonanceHz", required = true) double resonanceHz,
            @JsonProperty(value = "resonanceDamping", required = true) double resonanceDamping,
            @JsonProperty("damage") Damage damage,
            @JsonProperty("recording") Integer recording) {
        return new SignalDescription(
                List.copyOf(shaftVelocity),
                noiseG,
                resonanceHz,
                resonanceDamping,
                Optional.ofNullable(damage),
                recording == null ? OptionalInt.empty() : OptionalInt.of(recording));
    }

    PhysicalScenario physical(double speedRpm) {
        return new PhysicalScenario(
                speedRpm, shaftVelocityMillimetresPerSecond, noiseG, resonanceHz, resonanceDamping, damage);
    }
}
