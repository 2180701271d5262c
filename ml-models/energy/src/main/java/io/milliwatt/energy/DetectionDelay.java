package io.milliwatt.energy;

/**
 * From the beginning of damage that stays to the event.
 *
 * @param expectedSeconds where it shows in the first judged window
 * @param worstSeconds where it begins right after a burst and shows late
 */
public record DetectionDelay(double expectedSeconds, double worstSeconds) {

    public String words() {
        return Durations.words(Math.round(expectedSeconds)) + " expected, " + Durations.words(Math.round(worstSeconds))
                + " at worst";
    }
}
