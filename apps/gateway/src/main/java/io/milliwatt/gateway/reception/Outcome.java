package io.milliwatt.gateway.reception;

/** What became of a frame that may be acknowledged to its node. */
public enum Outcome {
    /** Kafka has it as telemetry. */
    FORWARDED,
    /** Kafka had it before. */
    REPEATED,
    /** Kafka has it as a dead letter. */
    REFUSED
}
