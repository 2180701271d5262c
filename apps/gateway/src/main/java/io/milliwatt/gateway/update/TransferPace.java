package io.milliwatt.gateway.update;

import java.time.Duration;

/**
 * How fast and how stubbornly bundles go out.
 *
 * @param repeatOffer an offer without an answer is repeated after this; four times as long once the node has the bundle
 * @param fragmentsInFlight sent to one node and not yet acknowledged, at least 1
 */
public record TransferPace(Duration repeatOffer, int fragmentsInFlight) {
    private static final int PATIENCE_AFTER_TRANSFER = 4;

    public TransferPace {
        if (fragmentsInFlight < 1 || repeatOffer.isNegative() || repeatOffer.isZero()) {
            throw new IllegalArgumentException(
                    "at least one fragment must be in flight, and offers repeated after some " + "time; they are "
                            + fragmentsInFlight + " and " + repeatOffer);
        }
    }

    Duration patience(ModelUpdate.Phase phase) {
        boolean coming = phase == ModelUpdate.Phase.OFFERED || phase == ModelUpdate.Phase.TRANSFERRING;
        return coming ? repeatOffer : repeatOffer.multipliedBy(PATIENCE_AFTER_TRANSFER);
    }
}
