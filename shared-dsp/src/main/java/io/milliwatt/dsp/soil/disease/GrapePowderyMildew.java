package io.milliwatt.dsp.soil.disease;

/**
 * Powdery mildew of grapes (Erysiphe necator): the risk index of Gubler and Thomas (Gubler et al. 1999, APSnet, "The UC Davis Powdery Mildew Risk
 * Assessment Model"), 0 to 100.
 *
 * @param index after the day past
 * @param startDays favourable days in a row while the index has not started
 * @param started whether three favourable days in a row have been seen this season
 */
public record GrapePowderyMildew(int index, int startDays, boolean started) {

    /** Before the season's first favourable day. */
    public static final GrapePowderyMildew DORMANT = new GrapePowderyMildew(0, 0, false);

    /** 70 °F. */
    public static final double LOWEST_FAVOURABLE_CELSIUS = 21.1;

    /** 85 °F. */
    public static final double HIGHEST_FAVOURABLE_CELSIUS = 29.4;

    /** 95 °F. */
    public static final double LETHAL_CELSIUS = 35;

    private static final int RISE = 20;
    private static final int FALL = 10;
    private static final int HIGHEST = 100;
    private static final int STARTING_DAYS = 3;
    private static final double FAVOURABLE_HOURS = 6;
    private static final double LETHAL_MINUTES = 15;

    public GrapePowderyMildew {
        if (index < 0 || index > HIGHEST) {
            throw new IllegalArgumentException("The powdery mildew index lies between 0 and 100, not at " + index);
        }
    }

    public static GrapePowderyMildew startedAt(int index) {
        return new GrapePowderyMildew(index, STARTING_DAYS, true);
    }

    /**
     * What a day's temperature did.
     *
     * @param favourable six hours in a row at 21.1 to 29.4 °C
     * @param lethal a quarter of an hour at 35 °C or more
     */
    public record Day(boolean favourable, boolean lethal) {
        /** From readings at even times of one day. */
        public static Day of(double[] celsius) {
            double minutesEach = 24.0 * 60 / celsius.length;
            int run = 0;
            int longest = 0;
            int hot = 0;
            for (double reading : celsius) {
                run = reading >= LOWEST_FAVOURABLE_CELSIUS && reading <= HIGHEST_FAVOURABLE_CELSIUS ? run + 1 : 0;
                longest = Math.max(longest, run);
                hot += reading >= LETHAL_CELSIUS ? 1 : 0;
            }
            return new Day(longest * minutesEach >= FAVOURABLE_HOURS * 60, hot * minutesEach >= LETHAL_MINUTES);
        }
    }

    /** How soon to treat, by the model's table. */
    public enum Pressure {
        /** 0 to 30: the longest interval of the label. */
        LOW,
        /** 40 to 50: the usual interval. */
        MODERATE,
        /** 60 and more: the shortest interval. */
        HIGH
    }

    public GrapePowderyMildew after(Day day) {
        return started ? startedAt(Math.clamp(index + change(day), 0, HIGHEST)) : starting(day);
    }

    public Pressure pressure() {
        if (index >= 60) {
            return Pressure.HIGH;
        }
        return index >= 40 ? Pressure.MODERATE : Pressure.LOW;
    }

    /** A day with both hours of growth and a deadly heat still gains, but half; one without growth loses once, hot or not. */
    private static int change(Day day) {
        if (!day.favourable()) {
            return -FALL;
        }
        return day.lethal() ? RISE - FALL : RISE;
    }

    private GrapePowderyMildew starting(Day day) {
        if (!day.favourable()) {
            return DORMANT;
        }
        int days = startDays + 1;
        return new GrapePowderyMildew(days * RISE, days, days >= STARTING_DAYS);
    }
}
