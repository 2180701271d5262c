package io.milliwatt.gateway.reception;

/** The short way of an event to its domain's app, past Kafka. Returns at once; the acknowledgement follows by itself. */
public interface UrgentPath {
    void deliver(ReceivedFrame event);
}
