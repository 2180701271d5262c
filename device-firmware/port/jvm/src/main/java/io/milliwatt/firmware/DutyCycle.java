package io.milliwatt.firmware;

/**
 * When a node samples.
 *
 * @param burstWindows windows computed per burst, more than the recipe warms up (so at least 2); 0 for continuous sampling
 * @param burstIntervalSeconds from one burst's begin to the next one's, 1 … 1 000 000; 0 for continuous sampling
 */
public record DutyCycle(int burstWindows, int burstIntervalSeconds) {

    /** Samples without a pause. */
    public static final DutyCycle CONTINUOUS = new DutyCycle(0, 0);

    private static final int MOST_WINDOWS = 0xFFFF;
    private static final int LONGEST_INTERVAL_SECONDS = 1_000_000;

    public DutyCycle {
        boolean continuous = burstWindows == 0 && burstIntervalSeconds == 0;
        if (!continuous
                && (burstWindows < 2
                        || burstWindows > MOST_WINDOWS
                        || burstIntervalSeconds < 1
                        || burstIntervalSeconds > LONGEST_INTERVAL_SECONDS)) {
            throw new IllegalArgumentException("A duty cycle has 2 to 65535 windows every 1 to 1000000 s, not "
                    + burstWindows + " every " + burstIntervalSeconds + " s; 0 and 0 sample without a pause.");
        }
    }
}
