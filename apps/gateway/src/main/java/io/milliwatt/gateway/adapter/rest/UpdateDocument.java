package io.milliwatt.gateway.adapter.rest;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.milliwatt.gateway.update.ModelUpdate;
import io.milliwatt.telemetry.UpdateReason;
import java.time.Instant;
import java.util.Optional;

/**
 * One bundle on its way to one node.
 *
 * @param phase offered, transferring, staged, trial, confirmed, bad or cancelled
 * @param reason why, in words, where the node gave one
 * @param fragments how many the bundle makes
 * @param received how many of them the node is known to have
 */
@JsonInclude(JsonInclude.Include.NON_ABSENT)
public record UpdateDocument(
        long update,
        long node,
        String bundle,
        long modelId,
        long modelVersion,
        String phase,
        Optional<String> reason,
        int fragments,
        int received,
        Instant createdAt,
        Instant changedAt) {
    static UpdateDocument of(ModelUpdate update) {
        return new UpdateDocument(
                update.number(),
                update.node(),
                update.offer().bundleDigest().toString(),
                update.offer().modelId(),
                update.offer().modelVersion(),
                update.phase().label(),
                reason(update.reason()),
                update.offer().fragments(),
                update.received(),
                update.createdAt(),
                update.changedAt());
    }

    private static Optional<String> reason(long number) {
        return number == UpdateReason.NONE.number()
                ? Optional.empty()
                : Optional.of(UpdateReason.fromNumber(number)
                        .map(UpdateReason::sentence)
                        .orElse("reason " + number));
    }
}
