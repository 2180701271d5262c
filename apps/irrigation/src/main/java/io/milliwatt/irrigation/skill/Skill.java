package io.milliwatt.irrigation.skill;

import java.util.Collection;
import java.util.OptionalDouble;

/**
 * The errors of forecasts over a number of days. Days on which water was given are counted and left out: nobody had said so when the forecast was made.
 *
 * @param horizonDays ahead
 * @param pairs forecasts beside what came
 * @param watered further ones, left out since water was given in between
 * @param error root mean square, in the unit of the pairs; empty below {@link #LEAST_PAIRS}
 * @param persistenceError of the forecast that nothing changes; empty as well
 */
public record Skill(int horizonDays, int pairs, int watered, OptionalDouble error, OptionalDouble persistenceError) {

    /** With fewer pairs a single rain decides, and nothing is told. */
    public static final int LEAST_PAIRS = 20;

    private static final double PERCENT = 100;

    public static Skill of(int horizonDays, Collection<Pair> all) {
        double square = 0;
        double persistence = 0;
        int pairs = 0;
        for (Pair pair : all) {
            if (!pair.watered()) {
                square += Math.pow(pair.expectedChange() - pair.seenChange(), 2);
                persistence += Math.pow(pair.seenChange(), 2);
                pairs++;
            }
        }
        boolean enough = pairs >= LEAST_PAIRS;
        return new Skill(
                horizonDays,
                pairs,
                all.size() - pairs,
                enough ? OptionalDouble.of(Math.sqrt(square / pairs)) : OptionalDouble.empty(),
                enough ? OptionalDouble.of(Math.sqrt(persistence / pairs)) : OptionalDouble.empty());
    }

    /** By how many per cent the error is below that of persistence; negative where it is above; empty where it is not known, or nothing changed at all. */
    public OptionalDouble belowPersistencePercent() {
        return error.isPresent() && persistenceError.orElse(0) > 0
                ? OptionalDouble.of(PERCENT * (1 - error.getAsDouble() / persistenceError.getAsDouble()))
                : OptionalDouble.empty();
    }
}
