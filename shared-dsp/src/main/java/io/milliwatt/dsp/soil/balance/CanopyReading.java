package io.milliwatt.dsp.soil.balance;

import java.util.OptionalDouble;

/**
 * What was seen of a crop on a day, by a camera or a satellite; it takes the place of the tabled course.
 *
 * @param basalCoefficient Kcb
 * @param coverFraction fc, 0 to 1
 */
public record CanopyReading(
        OptionalDouble basalCoefficient, OptionalDouble heightMetres, OptionalDouble coverFraction) {

    public static final CanopyReading NONE =
            new CanopyReading(OptionalDouble.empty(), OptionalDouble.empty(), OptionalDouble.empty());
}
