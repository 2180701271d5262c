package io.milliwatt.dsp.soil.assimilation;

import io.milliwatt.dsp.soil.balance.BalanceDay;

/**
 * A day of the assimilation.
 *
 * @param day the balance's step of the day, before the evening's reading
 * @param correction what became of the reading
 * @param evening the estimate after it, to go on with
 */
public record AssimilatedDay(BalanceDay day, Correction correction, FieldEstimate evening) {

    /** Is it time to irrigate, by the corrected depletion? */
    public boolean refillReached() {
        return evening.depletion() >= day.readilyAvailable();
    }
}
