package io.milliwatt.irrigation.ledger;

import java.util.OptionalDouble;

/**
 * A day's rain.
 *
 * @param expected by the forecast, mm; empty without one
 * @param probability of that forecast
 * @param measured by the gauge, mm; empty where it did not speak for the day, or not for all of it
 * @param caught by the gauge as far as it spoke, mm
 * @param counted in the balance: what was caught, and of the forecast what no gauge has settled, mm
 */
public record RainAccount(
        OptionalDouble expected, OptionalDouble probability, OptionalDouble measured, double caught, double counted) {

    /** Of the forecast what still counts, mm. */
    public double stillExpected() {
        return counted - caught;
    }

    /** Whether the gauge has had the last word. */
    public boolean settled() {
        return measured.isPresent();
    }
}
