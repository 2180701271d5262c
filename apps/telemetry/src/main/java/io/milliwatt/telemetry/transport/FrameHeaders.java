package io.milliwatt.telemetry.transport;

import io.milliwatt.telemetry.Domain;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;

/** What the gateway writes beside a frame: names of Kafka headers, and of HTTP headers on the urgent path. */
public final class FrameHeaders {
    public static final String NODE = "mw-node";
    public static final String DOMAIN = "mw-domain";
    /** Milliseconds since 1970 in decimal, by the gateway's clock. */
    public static final String RECEIVED_AT = "mw-received-at";

    public static final String CONTRACT = "mw-contract";
    public static final String REASON = "mw-reason";
    public static final String CONTRACT_VERSION = "1.0";

    private FrameHeaders() {}

    /** The headers of a frame that passed every check. */
    public static Map<String, String> of(long node, Domain domain, Instant receivedAt) {
        Map<String, String> headers = new LinkedHashMap<>();
        headers.put(NODE, Long.toString(node));
        headers.put(DOMAIN, domain.label());
        headers.put(RECEIVED_AT, Long.toString(receivedAt.toEpochMilli()));
        headers.put(CONTRACT, CONTRACT_VERSION);
        return headers;
    }
}
