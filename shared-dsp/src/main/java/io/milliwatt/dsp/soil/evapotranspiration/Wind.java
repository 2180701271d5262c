package io.milliwatt.dsp.soil.evapotranspiration;

import java.util.OptionalDouble;

/** What a station knows of the day's wind. */
public sealed interface Wind {

    double metresPerSecondAtTwoMetres();

    /** The way in words, to be shown beside a result. */
    String way();

    /** As read, where it was. */
    static Wind best(OptionalDouble metresPerSecond, double heightMetres) {
        return metresPerSecond.isPresent() ? new Measured(metresPerSecond.getAsDouble(), heightMetres) : new Unknown();
    }

    /** Whether it is estimated and not measured. */
    default boolean estimated() {
        return false;
    }

    /** At 2 m, or brought there (FAO-56 eq. 47). */
    record Measured(double metresPerSecond, double heightMetres) implements Wind {
        @Override
        public double metresPerSecondAtTwoMetres() {
            return WindProfile.atTwoMetres(metresPerSecond, heightMetres);
        }

        @Override
        public String way() {
            return heightMetres == WindProfile.REFERENCE_HEIGHT_METRES
                    ? "wind as measured"
                    : "wind brought from " + heightMetres + " m to 2 m";
        }
    }

    /** 2 m/s, the mean of over 2,000 stations (FAO-56 chapter 3, "Missing wind speed data"). */
    record Unknown() implements Wind {
        private static final double WORLD_MEAN = 2;

        @Override
        public double metresPerSecondAtTwoMetres() {
            return WORLD_MEAN;
        }

        @Override
        public String way() {
            return "wind assumed as 2 m/s";
        }

        @Override
        public boolean estimated() {
            return true;
        }
    }
}
