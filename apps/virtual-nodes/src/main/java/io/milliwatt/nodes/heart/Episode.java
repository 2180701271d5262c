package io.milliwatt.nodes.heart;

/**
 * A rhythm that takes the place of the scenario's own for a while.
 *
 * @param ratePerMinute of its beats, 20 … 300; of no meaning in rhythms without beats
 * @param startsAfterSeconds 0 or more, from the first sample
 * @param lastsSeconds above 0
 * @param repeatsAfterSeconds 0 for an episode that comes once; else from one begin to the next, at least its length
 */
public record Episode(
        Rhythm rhythm,
        double ratePerMinute,
        double startsAfterSeconds,
        double lastsSeconds,
        double repeatsAfterSeconds) {
    public Episode {
        if (rhythm == null || !(startsAfterSeconds >= 0) || !(lastsSeconds > 0)) {
            throw new IllegalArgumentException(
                    "An episode needs a rhythm, a start of 0 s or later and a length above 0 s, but it is " + rhythm
                            + ", " + startsAfterSeconds + " s, " + lastsSeconds + " s.");
        }
        if (repeatsAfterSeconds != 0 && !(repeatsAfterSeconds >= lastsSeconds)) {
            throw new IllegalArgumentException("An episode of " + lastsSeconds + " s cannot begin again after "
                    + repeatsAfterSeconds + " s: give 0 for once, or at least its length.");
        }
        if (!rhythm.isWithoutBeats() && !(ratePerMinute >= 20 && ratePerMinute <= 300)) {
            throw new IllegalArgumentException(
                    "A heart rate must lie within 20..300 per minute, but it is " + ratePerMinute + ".");
        }
    }

    boolean holdsAt(double timeSeconds) {
        double since = timeSeconds - startsAfterSeconds;
        if (since < 0) {
            return false;
        }
        return (repeatsAfterSeconds == 0 ? since : since % repeatsAfterSeconds) < lastsSeconds;
    }
}
