package io.milliwatt.dsp.fixedpoint.soil;

import io.milliwatt.dsp.fixedpoint.IntegerSquareRoot;
import java.util.Arrays;

/**
 * Daily water contents of one depth: eight days, the extremes, and how fast the soil dries ({@code soil.md}, "A depth's day").
 *
 * <p>Headroom: differences of water contents are below 2¹⁶ in magnitude, their squares in Q4 below 2³⁶, kept in 64 bits until they are
 * averaged and then clamped to 31.
 */
public final class DepthHistory {

    static final int DAYS = 8;

    /** A forecast needs as many days before today's. */
    private static final int DAYS_BEFORE = 8;

    private static final int LONGEST = 255;
    private static final int DRY_TENTHS = 5;
    private static final int MARGIN = 200;
    private static final int FIRST_DRYING_Q16 = 1_966;
    private static final int LEAST_DRYING_Q16 = -3_277;
    private static final int MOST_DRYING_Q16 = 26_214;

    private final short[] days = new short[DAYS];
    private int count;
    private int lowest;
    private int highest;
    private int dryingQ16 = FIRST_DRYING_Q16;
    private int meanQ8;
    private int varianceQ4;

    public DepthHistory() {
        Arrays.fill(days, Water.MISSING);
    }

    /**
     * Ends a day.
     *
     * @param water its mean, or {@link Water#MISSING}
     * @param site which has ended the same day
     */
    public void accept(short water, SiteHistory site) {
        System.arraycopy(days, 0, days, 1, DAYS - 1);
        days[0] = water;
        if (!Water.known(water)) {
            return;
        }
        if (count == 0) {
            lowest = water;
            highest = water;
            meanQ8 = water << 8;
        }
        if (Water.known(days[1]) && site.rain(0) < DRY_TENTHS && site.rain(1) < DRY_TENTHS) {
            int rate = (int) (((long) (days[1] - water) << 16) / (days[1] - lowest + MARGIN));
            dryingQ16 += ((Math.clamp(rate, LEAST_DRYING_Q16, MOST_DRYING_Q16) - dryingQ16) * 5) >> 6;
        }
        lowest = Math.min(lowest, water);
        highest = Math.max(highest, water);
        int deviation = water - (meanQ8 >> 8);
        meanQ8 += ((water << 8) - meanQ8) >> 4;
        long change = (((long) deviation * deviation << 4) - varianceQ4) >> 4;
        varianceQ4 = (int) Math.min(Integer.MAX_VALUE, varianceQ4 + change);
        count = Math.min(LONGEST, count + 1);
    }

    /** Today's water content is known, and enough of the days before. */
    public boolean ready() {
        return Water.known(days[0]) && count > DAYS_BEFORE;
    }

    /** @param back 0 is today, … 7; {@link Water#MISSING} where unknown */
    public short day(int back) {
        return days[back];
    }

    public int lowest() {
        return lowest;
    }

    public int highest() {
        return highest;
    }

    /** Days with a water content, up to 255. */
    public int count() {
        return count;
    }

    /** Today less so many days before; where that day is missing, the change of the next shorter stretch of 7, 3 and 1 days, or 0. */
    int change(int back) {
        if (Water.known(days[back])) {
            return days[0] - days[back];
        }
        return switch (back) {
            case 7 -> change(3);
            case 3 -> change(1);
            default -> 0;
        };
    }

    /** Between driest and wettest so far, 0.01 %. */
    int relative() {
        return (days[0] - lowest) * 10_000 / (highest - lowest + MARGIN);
    }

    int belowHighest() {
        return highest - days[0];
    }

    int aboveLowest() {
        return days[0] - lowest;
    }

    /** Share of the water above the driest that a dry day takes. */
    public int dryingQ16() {
        return dryingQ16;
    }

    /** What the next dry day would take at that rate, 0.01 % in Q4. */
    int dryingQ4() {
        return (int) ((long) dryingQ16 * (aboveLowest() + MARGIN) >> 12);
    }

    /** Four standard deviations around the running mean. */
    int fourDeviations() {
        return (int) IntegerSquareRoot.of(varianceQ4);
    }

    /** Largest less smallest of the last eight days. */
    public int moved() {
        int least = Short.MAX_VALUE;
        int most = Short.MIN_VALUE;
        for (short each : days) {
            if (Water.known(each)) {
                least = Math.min(least, each);
                most = Math.max(most, each);
            }
        }
        return Math.max(0, most - least);
    }

    int aboveMean() {
        return days[0] - (meanQ8 >> 8);
    }
}
