package io.milliwatt.telemetry.transport;

import io.milliwatt.telemetry.Domain;

/** The Kafka topics of the suite; every record's key is the node in decimal. */
public final class KafkaTopics {
    /** Frames that the gateway refused, with the reason in the header {@link FrameHeaders#REASON}. */
    public static final String DEAD_LETTER = "telemetry.dead-letter";

    private KafkaTopics() {}

    /** Frames of a domain's nodes, byte for byte. */
    public static String telemetry(Domain domain) {
        return "telemetry." + domain.label();
    }

    /** What a domain's app wants told to its nodes. */
    public static String commands(Domain domain) {
        return "commands." + domain.label();
    }
}
