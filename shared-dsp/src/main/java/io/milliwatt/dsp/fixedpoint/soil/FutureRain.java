package io.milliwatt.dsp.fixedpoint.soil;

import java.util.Arrays;
import java.util.stream.IntStream;

/**
 * What is known of the rain of the seven days after today.
 *
 * @param tenths 0.1 mm of each day, tomorrow first, 0 … 65,535; empty where nothing is known
 */
public record FutureRain(int[] tenths) {

    public static final int DAYS = 7;

    /** Days gone by after which a forecast of rain no longer counts. */
    public static final int MOST_SKIPPED = 2;

    /** No forecast of rain has come. */
    public static final FutureRain UNKNOWN = new FutureRain(new int[0]);

    /** If it stays dry. */
    public static final FutureRain DRY = new FutureRain(new int[DAYS]);

    public FutureRain {
        if (tenths.length != 0 && tenths.length != DAYS) {
            throw new IllegalArgumentException(
                    "A forecast of rain has seven days, or none, not " + tenths.length + ".");
        }
        if (IntStream.of(tenths).anyMatch(each -> each < 0 || each > 65_535)) {
            throw new IllegalArgumentException(
                    "A day's rain is 0 to 65535 tenths of a mm, not all of " + Arrays.toString(tenths) + ".");
        }
        tenths = tenths.clone();
    }

    @Override
    public int[] tenths() {
        return tenths.clone();
    }

    public boolean isKnown() {
        return tenths.length != 0;
    }

    /** The days that are left when some have gone by; those beyond the forecast count as dry. */
    public FutureRain skipping(int days) {
        return new FutureRain(Arrays.copyOf(Arrays.copyOfRange(tenths, days, DAYS), DAYS));
    }

    int day(int ahead) {
        return isKnown() ? tenths[ahead] : 0;
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof FutureRain that && Arrays.equals(tenths, that.tenths);
    }

    @Override
    public int hashCode() {
        return Arrays.hashCode(tenths);
    }

    @Override
    public String toString() {
        return isKnown() ? Arrays.toString(tenths) + " tenths of a mm" : "unknown";
    }
}
