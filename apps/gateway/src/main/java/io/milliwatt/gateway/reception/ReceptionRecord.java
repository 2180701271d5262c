package io.milliwatt.gateway.reception;

import java.time.Duration;

/** Counts what reception does. */
public interface ReceptionRecord {
    /** Anything that was handed in, before any check. */
    void received();

    void forwarded(ReceivedFrame frame, Duration took);

    void repeated(ReceivedFrame frame);

    void refused(RefusedFrame frame);

    /** Kafka did not take it; the node will send it again. */
    void failed(ReceivedFrame frame);
}
