package io.milliwatt.irrigation.adapter.definition;

import io.milliwatt.irrigation.supply.Blackout;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import java.time.DayOfWeek;
import java.time.LocalTime;
import java.util.Set;

/** Hours in which nothing may run from a source. */
public record BlackoutDefinition(
        @NotBlank String sourceId,
        @NotEmpty Set<DayOfWeek> days,
        @NotNull LocalTime from,
        @NotNull LocalTime to,
        @NotBlank String reason) {

    public Blackout toBlackout() {
        return new Blackout(days, from, to, reason);
    }
}
