package io.milliwatt.irrigation.adapter.definition;

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

    /** Whether a time of day lies in the quiet hours, which may go over midnight. */
    public boolean isQuiet(LocalTime time) {
        if (quietFrom.isEmpty() || quietTo.isEmpty()) {
            return false;
        }
        LocalTime from = quietFrom.get();
        LocalTime to = quietTo.get();
        return from.isBefore(to)
                ? !time.isBefore(from) && time.isBefore(to)
                : !time.isBefore(from) || time.isBefore(to);
    }
}
