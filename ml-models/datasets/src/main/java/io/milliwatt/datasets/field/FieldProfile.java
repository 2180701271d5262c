package io.milliwatt.datasets.field;

import io.milliwatt.dsp.soil.quantity.WaterContent;
import java.time.LocalDate;
import java.util.List;
import java.util.OptionalDouble;

/**
 * Water measured down a soil on a day.
 *
 * @param contents of the soil's layers from the top down
 * @param rootDepthMetres that its publisher reckoned with; empty where it was not worked out
 * @param rootZoneDepletion as its publisher computed it, mm; empty where it was not worked out
 */
public record FieldProfile(
        LocalDate date, List<WaterContent> contents, OptionalDouble rootDepthMetres, OptionalDouble rootZoneDepletion) {

    public FieldProfile {
        contents = List.copyOf(contents);
    }
}
