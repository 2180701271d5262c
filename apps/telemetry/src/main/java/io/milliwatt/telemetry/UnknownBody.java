package io.milliwatt.telemetry;

/**
 * A body of a later contract, kept as it came.
 *
 * @param encoded the body's CBOR map
 */
public record UnknownBody(long kind, Octets encoded) implements FrameBody {}
