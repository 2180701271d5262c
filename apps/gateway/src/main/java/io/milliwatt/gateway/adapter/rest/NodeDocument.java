package io.milliwatt.gateway.adapter.rest;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * A node as an operator sees it.
 *
 * @param lastSeenAt when its last frame came in
 * @param boot of its newest frame that Kafka has
 * @param sequence the highest one of that boot
 * @param refusedFrames those that became dead letters
 */
@JsonInclude(JsonInclude.Include.NON_ABSENT)
public record NodeDocument(
        long number,
        String name,
        String domain,
        Instant enrolledAt,
        Optional<Instant> revokedAt,
        boolean connected,
        Optional<Instant> lastSeenAt,
        OptionalLong boot,
        OptionalLong sequence,
        long forwardedFrames,
        long repeatedFrames,
        long refusedFrames) {}
