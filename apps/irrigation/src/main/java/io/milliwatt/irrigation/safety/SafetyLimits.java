package io.milliwatt.irrigation.safety;

import java.time.Duration;

/**
 * The watch's times.
 *
 * @param linkLost silence of a node after which nothing is opened on it, and what is open is ordered closed
 * @param startWindow within which a node may still obey an order to open; a later one it refuses
 * @param confirmation within which an opening must be reported, from the end of the start window
 * @param repeat of an order to close that is not reported done
 * @param triesBeforeAlarm orders to close after which a person is called
 * @param automaticDataAge of data on which a valve opens by itself
 * @param acceptedDataAge of data on which a person has accepted
 */
public record SafetyLimits(
        Duration linkLost,
        Duration startWindow,
        Duration confirmation,
        Duration repeat,
        int triesBeforeAlarm,
        Duration automaticDataAge,
        Duration acceptedDataAge) {

    /** A node's report comes once a minute while a valve is open, and a reading at least hourly. */
    public static final SafetyLimits USUAL = new SafetyLimits(
            Duration.ofMinutes(90),
            Duration.ofSeconds(60),
            Duration.ofSeconds(90),
            Duration.ofSeconds(30),
            4,
            Duration.ofHours(3),
            Duration.ofHours(24));
}
