package io.milliwatt.irrigation.recommendation;

import java.time.Instant;
import java.util.Optional;
import java.util.OptionalDouble;

/** What became of a recommendation before any water flowed. */
public sealed interface Decision {

    /** As it is written in messages: open, accepted, changed, rejected, expired. */
    String label();

    /** Nobody has decided. */
    record Open() implements Decision {
        @Override
        public String label() {
            return "open";
        }
    }

    /** By a person, or by the farm's own rule where the recommendation may open by itself. */
    record Accepted(Instant at, String by) implements Decision {
        @Override
        public String label() {
            return "accepted";
        }
    }

    /**
     * Accepted with another amount or time.
     *
     * @param netMillimetres empty to keep the amount
     * @param startAt empty to keep the time
     */
    record Changed(Instant at, String by, OptionalDouble netMillimetres, Optional<Instant> startAt, String why)
            implements Decision {
        public Changed {
            requireReason(why);
            netMillimetres.ifPresent(amount -> {
                if (!(amount > 0 && amount <= 300)) {
                    throw new IllegalArgumentException(
                            "The changed amount is " + amount + " mm; it must be above 0 and at most 300 mm.");
                }
            });
            if (netMillimetres.isEmpty() && startAt.isEmpty()) {
                throw new IllegalArgumentException("A change needs another amount or another time.");
            }
        }

        @Override
        public String label() {
            return "changed";
        }
    }

    record Rejected(Instant at, String by, String why) implements Decision {
        public Rejected {
            requireReason(why);
        }

        @Override
        public String label() {
            return "rejected";
        }
    }

    /** A newer recommendation took its place. */
    record Expired(Instant at) implements Decision {
        @Override
        public String label() {
            return "expired";
        }
    }

    private static void requireReason(String why) {
        if (why.isBlank() || why.length() > 500) {
            throw new IllegalArgumentException(
                    "Give a reason of 1 to 500 characters: it is what the next person learns from.");
        }
    }
}
