package io.milliwatt.irrigation.ledger;

import java.time.Instant;
import java.util.List;

/**
 * A zone's account at a moment.
 *
 * @param days that are over
 * @param standing from midnight to now
 * @param outlook the rest of today first, then the days after
 * @param midnight where today began
 */
public record Account(
        Instant at, List<LedgerDay> days, LedgerDay standing, List<LedgerDay> outlook, Midnight midnight) {

    public Account {
        days = List.copyOf(days);
        outlook = List.copyOf(outlook);
    }
}
