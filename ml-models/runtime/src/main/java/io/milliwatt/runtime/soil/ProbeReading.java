package io.milliwatt.runtime.soil;

import io.milliwatt.dsp.fixedpoint.soil.Water;
import java.util.Arrays;

/**
 * What a node's sensors say at one moment.
 *
 * @param epochSeconds time, UTC
 * @param water of each depth, 0.01 % by volume, or {@link Water#MISSING}
 * @param soil temperature of each depth, 0.01 °C, or {@link Water#MISSING}
 * @param rainTenths since the reading before, rain and irrigation, 0.1 mm, 0 … 65,535
 * @param air temperature, 0.01 °C, or {@link Water#MISSING}
 * @param batteryMillivolts 0 where unknown
 */
public record ProbeReading(
        long epochSeconds, short[] water, short[] soil, int rainTenths, short air, int batteryMillivolts) {

    public ProbeReading {
        if (water.length != soil.length) {
            throw new IllegalArgumentException("A reading of " + water.length + " water contents has as many soil"
                    + " temperatures, not " + soil.length + "; give the missing ones as missing.");
        }
        if (rainTenths < 0 || rainTenths > 65_535) {
            throw new IllegalArgumentException(
                    "Rain of " + rainTenths + " tenths of a mm is outside 0 … 65535; correct the gauge's count.");
        }
        water = water.clone();
        soil = soil.clone();
    }

    @Override
    public short[] water() {
        return water.clone();
    }

    @Override
    public short[] soil() {
        return soil.clone();
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof ProbeReading that
                && epochSeconds == that.epochSeconds
                && Arrays.equals(water, that.water)
                && Arrays.equals(soil, that.soil)
                && rainTenths == that.rainTenths
                && air == that.air
                && batteryMillivolts == that.batteryMillivolts;
    }

    @Override
    public int hashCode() {
        return Long.hashCode(epochSeconds) * 31 + Arrays.hashCode(water);
    }

    @Override
    public String toString() {
        return "reading at " + epochSeconds + " s: water " + Arrays.toString(water) + ", soil " + Arrays.toString(soil)
                + ", rain " + rainTenths + ", air " + air + ", battery " + batteryMillivolts;
    }
}
