package io.milliwatt.runtime.soil;

import io.milliwatt.dsp.fixedpoint.soil.Water;

/**
 * The day under way at one depth.
 *
 * <p>Headroom: 65,535 readings of 16 bits sum to less than 2³¹; further ones of a day are left out.
 */
final class DepthDay {

    private static final int MOST = 65_535;

    private int sum;
    private int count;
    private int hours;
    private long newestHour = Long.MIN_VALUE;
    private int soilSum;
    private int soilCount;

    void addWater(short water, long hour) {
        if (count == MOST) {
            return;
        }
        sum += water;
        count++;
        if (hour != newestHour) {
            hours++;
            newestHour = hour;
        }
    }

    void addSoil(short celsius) {
        if (Water.known(celsius) && soilCount < MOST) {
            soilSum += celsius;
            soilCount++;
        }
    }

    /** Rounded down; missing if fewer hours had a good reading. */
    short water(int leastHours) {
        return hours >= leastHours ? (short) Math.floorDiv(sum, count) : Water.MISSING;
    }

    short soil() {
        return soilCount == 0 ? Water.MISSING : (short) Math.floorDiv(soilSum, soilCount);
    }

    void begin() {
        sum = 0;
        count = 0;
        hours = 0;
        newestHour = Long.MIN_VALUE;
        soilSum = 0;
        soilCount = 0;
    }
}
