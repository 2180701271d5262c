package io.milliwatt.irrigation.adapter.definition;

import io.milliwatt.irrigation.supply.Valve;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import java.time.Duration;
import java.util.Optional;
import java.util.OptionalDouble;

/** A valve on a node's output as it is entered; {@code output} 0 to 3. */
public record ValveDefinition(
        @NotBlank String zoneId,
        @NotBlank String sourceId,
        @NotBlank String name,
        @NotNull Long nodeId,
        @NotNull Integer output,
        @NotNull Integer maximumOpenSeconds,
        Optional<Double> litresPerPulse) {

    /** The same with the meter of before where none is entered and the valve is at the same output. */
    public ValveDefinition keepingMeterOf(ValveDefinition before) {
        boolean same = nodeId.equals(before.nodeId) && output.equals(before.output);
        return new ValveDefinition(
                zoneId,
                sourceId,
                name,
                nodeId,
                output,
                maximumOpenSeconds,
                litresPerPulse.or(() -> same ? before.litresPerPulse : Optional.empty()));
    }

    public Valve toValve(String id) {
        return new Valve(
                id,
                sourceId,
                Optional.of(zoneId),
                name,
                nodeId,
                output,
                Duration.ofSeconds(maximumOpenSeconds),
                litresPerPulse.map(OptionalDouble::of).orElse(OptionalDouble.empty()));
    }
}
