package io.milliwatt.firmware;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Arrays;

/**
 * What the sensors of a soil node say at one moment; {@link #MISSING} where one does not answer.
 *
 * @param epochSeconds time, UTC
 * @param water of each probe, 0.01 % by volume
 * @param soil temperature of each probe, 0.01 °C
 * @param air temperature, 0.01 °C
 * @param rainTenths since the moment before, irrigation among it, 0.1 mm, 0 … 65,535
 * @param batteryMillivolts 0 where unknown
 */
@SuppressWarnings("ArrayRecordComponent") // handed to the firmware as it is, never compared
public record SoilMoment(
        long epochSeconds, short[] water, short[] soil, short air, int rainTenths, int batteryMillivolts) {

    public static final short MISSING = Short.MIN_VALUE;
    static final int BYTES = 32;
    private static final int SOIL_OFFSET = 16;
    private static final int AIR_OFFSET = 24;

    public SoilMoment {
        if (water.length != soil.length || water.length > SoilProbes.MOST_DEPTHS) {
            throw new IllegalArgumentException("A moment of " + water.length + " water contents and " + soil.length
                    + " soil temperatures cannot be; give as many of each, at most 4, the missing ones as missing.");
        }
        water = water.clone();
        soil = soil.clone();
    }

    /** The bytes of C's {@code struct mw_soil_sample} in this machine's byte order. */
    byte[] encoded() {
        ByteBuffer out = ByteBuffer.allocate(BYTES).order(ByteOrder.nativeOrder());
        out.putLong(epochSeconds);
        for (short each : water) {
            out.putShort(each);
        }
        out.position(SOIL_OFFSET);
        for (short each : soil) {
            out.putShort(each);
        }
        out.position(AIR_OFFSET);
        out.putShort(air).putShort((short) rainTenths).putShort((short) batteryMillivolts);
        out.put((byte) water.length);
        return out.array();
    }

    @Override
    public String toString() {
        return "moment at " + epochSeconds + " s: water " + Arrays.toString(water) + ", soil " + Arrays.toString(soil)
                + ", air " + air + ", rain " + rainTenths + ", battery " + batteryMillivolts;
    }
}
