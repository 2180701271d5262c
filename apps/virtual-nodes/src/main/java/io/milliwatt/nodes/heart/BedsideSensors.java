package io.milliwatt.nodes.heart;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.Optional;

/**
 * Sensors at a bed and how what they show changes.
 *
 * @param everySeconds they report so often, above 0
 * @param first what they show at the beginning
 * @param later what they come to show
 */
public record BedsideSensors(double everySeconds, VitalSigns first, Optional<Change> later) {

    /**
     * A change for better or worse.
     *
     * @param startsAfterSeconds 0 or more
     * @param takesSeconds above 0
     */
    public record Change(double startsAfterSeconds, double takesSeconds, VitalSigns to) {
        public Change {
            if (!(startsAfterSeconds >= 0) || !(takesSeconds > 0)) {
                throw new IllegalArgumentException(
                        "A change of vital signs needs a start of 0 s or later and a length above 0 s, but it is "
                                + startsAfterSeconds + " s, " + takesSeconds + " s.");
            }
        }
    }

    public BedsideSensors {
        if (!(everySeconds > 0)) {
            throw new IllegalArgumentException(
                    "Sensors report every so many seconds, more than 0, not " + everySeconds + ".");
        }
    }

    @JsonCreator
    static BedsideSensors of(
            @JsonProperty(value = "everySeconds", required = true) double everySeconds,
            @JsonProperty(value = "first", required = true) VitalSigns first,
            @JsonProperty("later") Change later) {
        return new BedsideSensors(everySeconds, first, Optional.ofNullable(later));
    }

    /** @param timeSeconds since the beginning */
    public VitalSigns at(double timeSeconds) {
        return later.map(change -> first.towards(
                        change.to(),
                        Math.clamp((timeSeconds - change.startsAfterSeconds()) / change.takesSeconds(), 0, 1)))
                .orElse(first);
    }
}
