package io.milliwatt.dsp.soil.disease;

/** Late blight of potato and tomato (Phytophthora infestans): two mild and humid days in a row. */
public enum LateBlight {
    /** Six hours at 90 % (Dancey, Skelsey and Cooke 2017, James Hutton Institute). */
    HUTTON(6),
    /** Eleven hours at 90 % (Smith 1956, Plant Pathology 5:83). */
    SMITH(11);

    private static final double LEAST_CELSIUS = 10;
    private static final double HUMID_PERCENT = 90;

    private final double leastHumidHours;

    LateBlight(double leastHumidHours) {
        this.leastHumidHours = leastHumidHours;
    }

    /**
     * @param minimumCelsius of the day
     * @param humidHours hours of the day at 90 % relative humidity or more, 0 to 24
     */
    public record Day(double minimumCelsius, double humidHours) {
        public Day {
            if (!(humidHours >= 0 && humidHours <= 24)) {
                throw new IllegalArgumentException("A day cannot have " + humidHours + " humid hours");
            }
        }

        /** From readings at even times of one day. */
        public static Day of(double[] celsius, double[] humidityPercent) {
            double minimum = Double.POSITIVE_INFINITY;
            int humid = 0;
            for (int i = 0; i < celsius.length; i++) {
                minimum = Math.min(minimum, celsius[i]);
                humid += humidityPercent[i] >= HUMID_PERCENT ? 1 : 0;
            }
            return new Day(minimum, 24.0 * humid / celsius.length);
        }
    }

    /** A day by itself; two in a row are a warning. */
    public boolean favourable(Day day) {
        return day.minimumCelsius() >= LEAST_CELSIUS && day.humidHours() >= leastHumidHours;
    }

    public boolean warns(Day yesterday, Day today) {
        return favourable(yesterday) && favourable(today);
    }
}
