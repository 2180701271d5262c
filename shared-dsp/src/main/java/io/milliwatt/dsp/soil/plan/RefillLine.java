package io.milliwatt.dsp.soil.plan;

import io.milliwatt.dsp.soil.balance.BalanceDay;
import java.util.OptionalDouble;

/**
 * The depletion that a crop is not to pass without somebody accepting it.
 *
 * @param allowedPart of the available water, where somebody has set one; empty for the crop's own p of the day, beyond which stress begins
 */
public record RefillLine(OptionalDouble allowedPart) {

    /** Where stress begins (FAO-56 eq. 83). */
    public static final RefillLine BY_CROP = new RefillLine(OptionalDouble.empty());

    public RefillLine {
        if (allowedPart.isPresent() && !(allowedPart.getAsDouble() > 0 && allowedPart.getAsDouble() < 1)) {
            throw new IllegalArgumentException(
                    "The part of the available water that may be used lies between 0 and 1, not "
                            + allowedPart.getAsDouble() + "; 50 % is 0.5");
        }
    }

    /** Of a day, mm. */
    double millimetres(BalanceDay day) {
        return allowedPart.isPresent() ? allowedPart.getAsDouble() * day.available() : day.readilyAvailable();
    }

    /**
     * Whether a day counts against the days that somebody accepts: it began beyond the line.
     *
     * @param depletionBefore of the root zone in the evening before, mm
     */
    public boolean passed(double depletionBefore, BalanceDay day) {
        return allowedPart.isPresent() ? depletionBefore > allowedPart.getAsDouble() * day.available() : day.stressed();
    }
}
