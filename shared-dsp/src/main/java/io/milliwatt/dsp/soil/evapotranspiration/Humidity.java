package io.milliwatt.dsp.soil.evapotranspiration;

import java.util.OptionalDouble;

/** What a station knows of the day's humidity, from the best to the poorest; FAO-56 table 3 and ASCE 2005 table 3 give this order. */
public sealed interface Humidity {

    /** The day's actual vapour pressure, kPa. */
    double vapourPressureKilopascals(double minimumCelsius, double maximumCelsius, double pressureKilopascals);

    /** The way in words, to be shown beside a result. */
    String way();

    /**
     * The best that these readings allow (FAO-56 chapter 3, "Actual vapour pressure", ASCE 2005 table 3); each may be empty.
     *
     * @param vapourPressure kPa
     * @param dewPoint °C
     * @param maximum relative humidity of the day, per cent
     * @param minimum relative humidity of the day, per cent
     * @param mean relative humidity of the day, per cent
     */
    static Humidity best(
            OptionalDouble vapourPressure,
            OptionalDouble dewPoint,
            OptionalDouble maximum,
            OptionalDouble minimum,
            OptionalDouble mean) {
        if (vapourPressure.isPresent()) {
            return new Measured(vapourPressure.getAsDouble());
        }
        if (dewPoint.isPresent()) {
            return new DewPoint(dewPoint.getAsDouble());
        }
        if (maximum.isPresent()) {
            return minimum.isPresent()
                    ? new Extremes(minimum.getAsDouble(), maximum.getAsDouble())
                    : new Maximum(maximum.getAsDouble());
        }
        return mean.isPresent() ? new Mean(mean.getAsDouble()) : new Unknown(0);
    }

    /** Whether it is estimated and not measured. */
    default boolean estimated() {
        return false;
    }

    record Measured(double kilopascals) implements Humidity {
        public Measured {
            if (!(kilopascals >= 0 && kilopascals < 15)) {
                throw new IllegalArgumentException("The air's vapour pressure cannot be " + kilopascals + " kPa");
            }
        }

        @Override
        public double vapourPressureKilopascals(double minimum, double maximum, double pressure) {
            return kilopascals;
        }

        @Override
        public String way() {
            return "vapour pressure as measured";
        }
    }

    /** FAO-56 eq. 14. */
    record DewPoint(double celsius) implements Humidity {
        public DewPoint {
            if (!(celsius > -80 && celsius < 50)) {
                throw new IllegalArgumentException("A dew point cannot be " + celsius + " °C");
            }
        }

        @Override
        public double vapourPressureKilopascals(double minimum, double maximum, double pressure) {
            return VapourPressure.saturation(celsius);
        }

        @Override
        public String way() {
            return "vapour pressure from the dew point";
        }
    }

    /** FAO-56 eq. 15 and 16. */
    record Psychrometer(double wetBulbCelsius, double dryBulbCelsius, double coefficientPerCelsius)
            implements Humidity {
        @Override
        public double vapourPressureKilopascals(double minimum, double maximum, double pressure) {
            return VapourPressure.fromPsychrometer(wetBulbCelsius, dryBulbCelsius, pressure, coefficientPerCelsius);
        }

        @Override
        public String way() {
            return "vapour pressure from wet and dry bulb";
        }
    }

    /** FAO-56 eq. 17. */
    record Extremes(double minimumPercent, double maximumPercent) implements Humidity {
        @Override
        public double vapourPressureKilopascals(double minimum, double maximum, double pressure) {
            return VapourPressure.fromBothHumidities(
                    VapourPressure.saturation(minimum),
                    VapourPressure.saturation(maximum),
                    minimumPercent,
                    maximumPercent);
        }

        @Override
        public String way() {
            return "vapour pressure from the highest and lowest humidity";
        }
    }

    /** FAO-56 eq. 18. */
    record Maximum(double percent) implements Humidity {
        @Override
        public double vapourPressureKilopascals(double minimum, double maximum, double pressure) {
            return VapourPressure.fromMaximumHumidity(VapourPressure.saturation(minimum), percent);
        }

        @Override
        public String way() {
            return "vapour pressure from the highest humidity";
        }
    }

    /** FAO-56 eq. 19. */
    record Mean(double percent) implements Humidity {
        @Override
        public double vapourPressureKilopascals(double minimum, double maximum, double pressure) {
            return VapourPressure.fromMeanHumidity(VapourPressure.meanSaturation(minimum, maximum), percent);
        }

        @Override
        public String way() {
            return "vapour pressure from the mean humidity";
        }
    }

    /**
     * FAO-56 eq. 48: at sunrise the air of a watered field is nearly saturated.
     *
     * @param drynessCelsius by which the dew point lies below the minimum: 0, or 2 to 3 in arid places (FAO-56 annex 6)
     */
    record Unknown(double drynessCelsius) implements Humidity {
        public Unknown {
            if (!(drynessCelsius >= 0 && drynessCelsius <= 10)) {
                throw new IllegalArgumentException(
                        "The dew point lies 0 to 10 °C below the minimum, not " + drynessCelsius + " °C");
            }
        }

        @Override
        public double vapourPressureKilopascals(double minimum, double maximum, double pressure) {
            return VapourPressure.saturation(minimum - drynessCelsius);
        }

        @Override
        public String way() {
            return "vapour pressure estimated from the minimum temperature";
        }

        @Override
        public boolean estimated() {
            return true;
        }
    }
}
