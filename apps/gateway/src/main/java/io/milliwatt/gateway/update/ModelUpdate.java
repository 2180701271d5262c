package io.milliwatt.gateway.update;

import io.milliwatt.telemetry.ModelOffer;
import io.milliwatt.telemetry.UpdateReason;
import java.time.Instant;
import java.util.Locale;

/**
 * One bundle on its way to one node.
 *
 * @param offer what the node is told; its update id is this update's number
 * @param reason the node's number for why it is in this phase; {@link UpdateReason} has the known ones
 * @param received fragments that the node is known to have
 */
public record ModelUpdate(
        long node, ModelOffer offer, Phase phase, long reason, int received, Instant createdAt, Instant changedAt) {

    /** What the server knows of an update; the last three are ends. */
    public enum Phase {
        /** The node has not yet answered the offer. */
        OFFERED,
        TRANSFERRING,
        /** The node holds the whole, checked bundle and will start it. */
        STAGED,
        /** The node runs it on trial. */
        TRIAL,
        CONFIRMED,
        BAD,
        CANCELLED;

        public boolean isEnd() {
            return compareTo(TRIAL) > 0;
        }

        /** Lower case, for documents and tables. */
        public String label() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    public static ModelUpdate offered(long node, ModelOffer offer, Instant now) {
        return new ModelUpdate(node, offer, Phase.OFFERED, UpdateReason.NONE.number(), 0, now, now);
    }

    public long number() {
        return offer.updateId();
    }

    ModelUpdate in(Phase newPhase, long newReason, Instant now) {
        int known = newPhase.compareTo(Phase.STAGED) >= 0 && newPhase.compareTo(Phase.CONFIRMED) <= 0
                ? offer.fragments()
                : received;
        return new ModelUpdate(node, offer, newPhase, newReason, known, createdAt, now);
    }

    ModelUpdate transferring(int nowReceived, Instant now) {
        int known = Math.min(nowReceived, offer.fragments());
        return new ModelUpdate(node, offer, Phase.TRANSFERRING, UpdateReason.NONE.number(), known, createdAt, now);
    }
}
