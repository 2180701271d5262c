package io.milliwatt.irrigation.safety;

import java.time.Duration;

/**
 * The watch's times.
 *
 * @param silenceBeforeOpening of a node after which nothing is opened on it; one with nothing to tell speaks once a day
 * @param silenceWhileOpen of a node with an open valve, after which it is ordered closed; it speaks once a minute then
 * @param startWindow within which a node may still obey an order to open; a later one it refuses
 * @param confirmation within which an opening must be reported, from the end of the start window
 * @param repeat of an order to close that is not reported done
 * @param triesBeforeAlarm orders to close after which a person is called
 * @param automaticDataAge of data on which a valve opens by itself
 * @param acceptedDataAge of data on which a person has accepted
 */
public record SafetyLimits(
        Duration silenceBeforeOpening,
        Duration silenceWhileOpen,
        Duration startWindow,
        Duration confirmation,
        Duration repeat,
        int triesBeforeAlarm,
        Duration automaticDataAge,
        Duration acceptedDataAge) {

    /** What the contract's rhythm of reports bears, with room for a few lost ones; a link that is gone is found by the missing confirmation. */
    public static final SafetyLimits USUAL = new SafetyLimits(
            Duration.ofHours(26),
            Duration.ofMinutes(10),
            Duration.ofSeconds(60),
            Duration.ofSeconds(90),
            Duration.ofSeconds(30),
            4,
            Duration.ofHours(26),
            Duration.ofHours(36));
}
