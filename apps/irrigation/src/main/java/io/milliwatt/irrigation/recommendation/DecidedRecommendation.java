package io.milliwatt.irrigation.recommendation;

import io.milliwatt.irrigation.schedule.Amount;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/** A recommendation with what was decided on it; decided once. */
public record DecidedRecommendation(Recommendation recommendation, Decision decision) {

    /** After which an open one is too old to accept: the weather has gone on. */
    public static final Duration VALID = Duration.ofHours(18);

    public static DecidedRecommendation open(Recommendation recommendation) {
        return new DecidedRecommendation(recommendation, new Decision.Open());
    }

    public boolean isOpen() {
        return decision instanceof Decision.Open;
    }

    /** @throws IllegalStateException where it is decided already, or cannot be decided so; the message says why */
    public DecidedRecommendation decide(Decision next, Instant now) {
        if (!isOpen()) {
            throw new IllegalStateException(
                    "This recommendation is " + decision.label() + " already; look at the newest one of the zone.");
        }
        boolean waters = next instanceof Decision.Accepted || next instanceof Decision.Changed;
        if (waters && recommendation.action() != Action.IRRIGATE) {
            throw new IllegalStateException("This recommendation is to "
                    + (recommendation.action() == Action.WAIT ? "wait" : "hold back")
                    + ", so there is nothing to accept; start a run by hand if you know better.");
        }
        if (waters && now.isAfter(recommendation.madeAt().plus(VALID))) {
            throw new IllegalStateException("This recommendation was made at " + recommendation.madeAt()
                    + " and is too old to open a valve on; ask for a new one.");
        }
        return new DecidedRecommendation(recommendation, next);
    }

    /** The water that was decided on; empty where none was. */
    public Optional<Amount> amount() {
        double gross = recommendation.grossMillimetres();
        return switch (decision) {
            case Decision.Accepted accepted -> Optional.of(new Amount.ByDepth(gross));
            case Decision.Changed changed ->
                Optional.of(new Amount.ByDepth(
                        changed.netMillimetres().isPresent()
                                ? changed.netMillimetres().getAsDouble() * gross / recommendation.netMillimetres()
                                : gross));
            case Decision.Open open -> Optional.empty();
            case Decision.Rejected rejected -> Optional.empty();
            case Decision.Expired expired -> Optional.empty();
        };
    }
}
