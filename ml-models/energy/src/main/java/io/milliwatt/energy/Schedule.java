package io.milliwatt.energy;

/**
 * When a node samples.
 *
 * @param burstWindows windows per burst; 0 for continuous sampling
 * @param intervalSeconds from one burst's begin to the next one's; 0 for continuous sampling
 */
public record Schedule(int burstWindows, long intervalSeconds) {

    public static final Schedule CONTINUOUS = new Schedule(0, 0);

    private static final long DAY_SECONDS = 86_400;

    public Schedule {
        boolean continuous = burstWindows == 0 && intervalSeconds == 0;
        if (!continuous && (burstWindows < 1 || intervalSeconds < 1 || intervalSeconds > 1_000_000)) {
            throw new EnergyException("A schedule has at least 1 window every 1 to 1000000 s, not " + burstWindows
                    + " every " + intervalSeconds + " s; 0 and 0 sample without a pause.");
        }
    }

    public boolean isContinuous() {
        return burstWindows == 0;
    }

    /** "continuous sampling" or "3 windows every 10 min". */
    public String words() {
        return isContinuous()
                ? "continuous sampling"
                : burstWindows + (burstWindows == 1 ? " window every " : " windows every ") + interval();
    }

    /** "10 min". */
    public String interval() {
        return Durations.words(intervalSeconds);
    }

    double burstsPerDay() {
        return (double) DAY_SECONDS / intervalSeconds;
    }
}
