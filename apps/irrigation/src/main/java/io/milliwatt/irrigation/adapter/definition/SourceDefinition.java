package io.milliwatt.irrigation.adapter.definition;

import io.milliwatt.irrigation.supply.Blackout;
import io.milliwatt.irrigation.supply.Pump;
import io.milliwatt.irrigation.supply.Source;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;

/**
 * A source of water as it is entered, with the pump on it where there is one.
 *
 * @param kind well, mains, pond, canal or river
 * @param longestRunMinutes that a well gives without a pause, with {@code restMinutes}
 */
public record SourceDefinition(
        @NotBlank String siteId,
        @NotBlank String name,
        @NotBlank String kind,
        @NotNull Double maximumFlowCubicMetresPerHour,
        Optional<Double> maximumCubicMetresPerNight,
        Optional<Integer> longestRunMinutes,
        Optional<Integer> restMinutes,
        Optional<Double> costPerCubicMetre,
        Optional<@Valid PumpDefinition> pump,
        Optional<@Valid SourceAllocation> allocation) {

    /** A pump with what its current costs. */
    public record PumpDefinition(
            @NotNull Double maximumFlowCubicMetresPerHour,
            @NotNull Double powerKilowatts,
            @NotNull Double costPerKilowattHour) {}

    /** What may be taken from the source in a time, for all zones together. */
    public record SourceAllocation(
            @NotNull java.time.LocalDate from,
            @NotNull java.time.LocalDate to,
            @NotNull Double cubicMetres) {}

    public Source toSource(String id, List<Blackout> blackouts) {
        return new Source(
                id,
                siteId,
                name,
                sourceKind(),
                maximumFlowCubicMetresPerHour,
                maximumCubicMetresPerNight.map(OptionalDouble::of).orElse(OptionalDouble.empty()),
                longestRunMinutes.map(run ->
                        new Source.RefillPause(Duration.ofMinutes(run), Duration.ofMinutes(restMinutes.orElse(60)))),
                costPerCubicMetre.orElse(0.0),
                blackouts);
    }

    public Optional<Pump> toPump(String id) {
        return pump.map(on -> new Pump(
                id + "-pump",
                id,
                name + " pump",
                on.maximumFlowCubicMetresPerHour(),
                on.powerKilowatts(),
                on.costPerKilowattHour()));
    }

    private Source.Kind sourceKind() {
        return Arrays.stream(Source.Kind.values())
                .filter(each -> each.label().equals(kind))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException(
                        "The source's kind is '" + kind + "'; it must be well, mains, pond, canal or river."));
    }
}
