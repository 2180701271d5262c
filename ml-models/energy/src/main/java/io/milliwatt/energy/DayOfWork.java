package io.milliwatt.energy;

/**
 * What a node does in 24 hours.
 *
 * @param samplingSeconds with the sensor on; asleep for the rest
 * @param framesSent each starts the radio
 */
public record DayOfWork(
        double windows,
        double instructions,
        double samplingSeconds,
        double sleepingSeconds,
        double framesSent,
        double bytesSent,
        double bytesReceived,
        double flashBytesProgrammed,
        double flashPagesErased) {

    /** The same work in another length of time. */
    DayOfWork times(double factor) {
        return new DayOfWork(
                windows * factor,
                instructions * factor,
                samplingSeconds * factor,
                sleepingSeconds * factor,
                framesSent * factor,
                bytesSent * factor,
                bytesReceived * factor,
                flashBytesProgrammed * factor,
                flashPagesErased * factor);
    }
}
