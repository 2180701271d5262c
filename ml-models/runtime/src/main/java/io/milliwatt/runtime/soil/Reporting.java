package io.milliwatt.runtime.soil;

import io.milliwatt.dsp.fixedpoint.soil.Water;
import io.milliwatt.runtime.decision.SoilRule;
import java.util.Arrays;

/** Speaks when something happened, or when it has been silent for long. */
final class Reporting {

    private static final long SECONDS_PER_HOUR = 3_600;

    private final SoilRule rule;
    private final short[] water;
    private final int[] flags;
    private int daysTenths;
    private boolean spoken;
    private long lastSeconds;

    Reporting(SoilRule rule, int depths) {
        this.rule = rule;
        water = new short[depths];
        flags = new int[depths];
    }

    /** @param tenths days to the refill line, −1 where unknown */
    boolean isDue(long seconds, short[] newWater, int[] newFlags, int tenths) {
        if (!spoken || seconds - lastSeconds >= rule.heartbeatHours() * SECONDS_PER_HOUR) {
            return told(seconds, newWater, newFlags, tenths);
        }
        boolean due = !Arrays.equals(flags, newFlags)
                || (tenths < 0) != (daysTenths < 0)
                || Math.abs(tenths - daysTenths) >= rule.reportTenths()
                || (tenths == 0) != (daysTenths == 0);
        for (int i = 0; i < water.length && !due; i++) {
            boolean bothKnown = Water.known(water[i]) && Water.known(newWater[i]);
            due = bothKnown && Math.abs(newWater[i] - water[i]) >= rule.reportChange();
        }
        return due && told(seconds, newWater, newFlags, tenths);
    }

    private boolean told(long seconds, short[] newWater, int[] newFlags, int tenths) {
        System.arraycopy(newWater, 0, water, 0, water.length);
        System.arraycopy(newFlags, 0, flags, 0, flags.length);
        daysTenths = tenths;
        spoken = true;
        lastSeconds = seconds;
        return true;
    }
}
