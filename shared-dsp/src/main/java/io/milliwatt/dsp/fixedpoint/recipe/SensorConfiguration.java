package io.milliwatt.dsp.fixedpoint.recipe;

import io.milliwatt.dsp.fixedpoint.FaultOrders;

/**
 * What a recipe cannot know: the sensor, and the machine it is bolted to.
 *
 * @param nanoUnitsPerCount a count in billionths of the recipe's sample unit, 1 … 2³⁰ − 1; a ±16 g sensor with 16 bits has
 *     488,281 nano-g
 * @param faultOrders the bearing's, {@link FaultOrders#NONE} where nothing is known
 */
public record SensorConfiguration(int nanoUnitsPerCount, FaultOrders faultOrders) {

    public SensorConfiguration {
        if (nanoUnitsPerCount < 1 || nanoUnitsPerCount >= 1 << 30) {
            throw new IllegalArgumentException("nanoUnitsPerCount " + nanoUnitsPerCount
                    + " is outside 1 … 1073741823; give a count's size in billionths of the recipe's unit.");
        }
    }
}
