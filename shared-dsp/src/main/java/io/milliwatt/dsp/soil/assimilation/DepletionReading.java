package io.milliwatt.dsp.soil.assimilation;

import java.util.List;

/** What a day's probe tells of the root zone. */
public sealed interface DepletionReading {

    /** No reading came on this day. */
    DepletionReading NONE = new Missing();

    /**
     * @param millimetres water missing to field capacity down to the roots' end; negative where the soil is wetter
     * @param standardErrorMillimetres of the reading as a figure for the zone: sensor, calibration and place together
     */
    record Measured(double millimetres, double standardErrorMillimetres) implements DepletionReading {
        public Measured {
            if (!Double.isFinite(millimetres)) {
                throw new IllegalArgumentException(
                        "A measured depletion is a number of mm, not " + millimetres + "; a missing one is Missing");
            }
            if (!(standardErrorMillimetres > 0 && standardErrorMillimetres < Double.POSITIVE_INFINITY)) {
                throw new IllegalArgumentException(
                        "A reading's standard error is greater than zero mm, not " + standardErrorMillimetres);
            }
        }

        double variance() {
            return standardErrorMillimetres * standardErrorMillimetres;
        }
    }

    /** No reading came. */
    record Missing() implements DepletionReading {}

    /**
     * Readings came, but quality control objects.
     *
     * @param flags the flags' codes, as quality control names them
     */
    record Flagged(List<String> flags) implements DepletionReading {
        public Flagged {
            flags = List.copyOf(flags);
            if (flags.isEmpty()) {
                throw new IllegalArgumentException("A flagged reading names at least one flag");
            }
        }
    }

    /**
     * What is left of the probe's depths tells too little of the root zone.
     *
     * @param coveredFraction of the root zone's available water, 0 to 1
     */
    record TooShallow(double coveredFraction) implements DepletionReading {}
}
