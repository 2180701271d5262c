package io.milliwatt.dsp.soil.evapotranspiration;

import java.util.OptionalDouble;

/** What a station knows of the day's radiation, from the best to the poorest. */
public sealed interface Sunlight {

    /** Solar radiation of the day, MJ/m². */
    double solar(Sky sky);

    /** The way in words, to be shown beside a result. */
    String way();

    /**
     * The best that these readings allow; inland, where none is there (FAO-56 eq. 50).
     *
     * @param solar MJ/m²
     */
    static Sunlight best(OptionalDouble solar, OptionalDouble sunshineHours) {
        if (solar.isPresent()) {
            return new Measured(solar.getAsDouble());
        }
        return sunshineHours.isPresent() ? new Sunshine(sunshineHours.getAsDouble()) : TemperatureRange.INLAND;
    }

    /** Whether it is estimated and not measured. */
    default boolean estimated() {
        return false;
    }

    /** The day's bounds for every estimate; radiation in MJ/m². */
    record Sky(
            double extraterrestrial,
            double clear,
            double daylightHours,
            double minimumCelsius,
            double maximumCelsius) {}

    /** By a pyranometer. */
    record Measured(double megajoulesPerSquareMetre) implements Sunlight {
        public Measured {
            if (!(megajoulesPerSquareMetre >= 0 && megajoulesPerSquareMetre < 60)) {
                throw new IllegalArgumentException("A day's solar radiation cannot be " + megajoulesPerSquareMetre
                        + " MJ/m²; a mean in W/m² times 0.0864 gives MJ/m²");
            }
        }

        @Override
        public double solar(Sky sky) {
            return megajoulesPerSquareMetre;
        }

        @Override
        public String way() {
            return "solar radiation as measured";
        }
    }

    /** FAO-56 eq. 35. */
    record Sunshine(double hours) implements Sunlight {
        @Override
        public double solar(Sky sky) {
            return Radiation.fromSunshine(hours, sky.daylightHours(), sky.extraterrestrial());
        }

        @Override
        public String way() {
            return "solar radiation from sunshine hours";
        }
    }

    /** FAO-56 eq. 50, never above the clear sky. */
    record TemperatureRange(double coefficient) implements Sunlight {
        public static final TemperatureRange INLAND = new TemperatureRange(0.16);
        public static final TemperatureRange COAST = new TemperatureRange(0.19);

        @Override
        public double solar(Sky sky) {
            double estimate = Radiation.fromTemperatureRange(
                    sky.minimumCelsius(), sky.maximumCelsius(), sky.extraterrestrial(), coefficient);
            return Math.min(estimate, sky.clear());
        }

        @Override
        public String way() {
            return "solar radiation estimated from the temperature range";
        }

        @Override
        public boolean estimated() {
            return true;
        }
    }

    /** The sky without a cloud: an upper bound, for days of which nothing is known but their date. */
    record Cloudless() implements Sunlight {
        @Override
        public double solar(Sky sky) {
            return sky.clear();
        }

        @Override
        public String way() {
            return "solar radiation of a cloudless sky";
        }

        @Override
        public boolean estimated() {
            return true;
        }
    }
}
