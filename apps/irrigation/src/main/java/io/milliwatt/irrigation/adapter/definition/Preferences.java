package io.milliwatt.irrigation.adapter.definition;

import io.milliwatt.irrigation.alarm.QuietHours;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import java.time.LocalTime;
import java.util.Optional;

/**
 * How one person wants to see and hear things.
 *
 * @param quietFrom from when on, by the farm's clock, only what cannot wait makes itself heard; with {@code quietTo}
 */
public record Preferences(
        @NotNull @Pattern(regexp = "metric|us", message = "must be metric or us") String units,

        @NotNull @Pattern(regexp = "en|es|fr", message = "must be en, es or fr") String language,

        Optional<LocalTime> quietFrom,
        Optional<LocalTime> quietTo) {

    public static final Preferences USUAL = new Preferences("metric", "en", Optional.empty(), Optional.empty());

    /** Empty where the person has none. */
    public Optional<QuietHours> quietHours() {
        return quietFrom.flatMap(from -> quietTo.map(to -> new QuietHours(from, to)));
    }
}
