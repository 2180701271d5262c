package io.milliwatt.dsp.soil.plan;

import io.milliwatt.dsp.soil.balance.Irrigation;

/**
 * What one watering can be.
 *
 * @param leastMillimetres not worth opening a valve for less
 * @param largestMillimetres that the system gives in a night
 * @param fillFraction part of the depletion to fill; the rest is left for rain and for the account's error
 * @param usual how water is given; its amount does not matter
 */
public record WateringLimits(
        double leastMillimetres, double largestMillimetres, double fillFraction, Irrigation usual) {

    public WateringLimits {
        if (!(leastMillimetres >= 0 && largestMillimetres > 0 && fillFraction > 0 && fillFraction <= 1)) {
            throw new IllegalArgumentException(
                    "A watering needs a least amount from 0, a largest one above 0 and a part to fill"
                            + " of at most 1, not " + leastMillimetres + " mm, " + largestMillimetres + " mm and "
                            + fillFraction);
        }
    }

    Irrigation watering(double millimetres) {
        return new Irrigation(millimetres, usual.wettedFraction(), usual.efficiency());
    }
}
