package io.milliwatt.irrigation.ledger;

import java.time.LocalDate;
import java.util.OptionalDouble;

/**
 * With what an account begins.
 *
 * @param firstDay of the account, not before planting
 * @param depletion of the root zone in the evening before, mm; empty for a full soil
 */
public record LedgerOpening(LocalDate firstDay, OptionalDouble depletion) {

    public LedgerOpening {
        depletion.ifPresent(value -> {
            if (!(value >= 0 && value < 2000)) {
                throw new IllegalArgumentException(
                        "The account begins with a depletion of " + value + " mm; it must be 0 to 2000 mm.");
            }
        });
    }

    /** A soil that winter or a first irrigation has filled. */
    public static LedgerOpening full(LocalDate firstDay) {
        return new LedgerOpening(firstDay, OptionalDouble.empty());
    }
}
