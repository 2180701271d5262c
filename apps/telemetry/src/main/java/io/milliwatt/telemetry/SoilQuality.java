package io.milliwatt.telemetry;

import java.util.Arrays;
import java.util.EnumSet;
import java.util.Set;

/** What can be wrong with a soil probe's reading; the bits are the same on the node, in frames and in the server. */
public enum SoilQuality {
    /** Below nothing or above what any soil holds. */
    RANGE(0),
    FROZEN(1),
    RISE_WITHOUT_RAIN(2),
    SPIKE(3),
    /** Fell or rose at once and stayed. */
    BREAK(4),
    LOW_PLATEAU(5),
    SATURATED(6),
    /** Always the same while something should have moved it. */
    STUCK(7),
    DRIFT(8),
    /** The supply is too low for the reading to be believed. */
    BATTERY_BIAS(9),
    /** Readings are missing. */
    GAP(10);

    private final int bit;

    SoilQuality(int bit) {
        this.bit = bit;
    }

    public int bit() {
        return bit;
    }

    /** The flag as a number. */
    public long mask() {
        return 1L << bit;
    }

    /** The flags that are set; bits of a later contract are left out. */
    public static Set<SoilQuality> of(long flags) {
        Set<SoilQuality> found = EnumSet.noneOf(SoilQuality.class);
        Arrays.stream(values()).filter(each -> (flags & each.mask()) != 0).forEach(found::add);
        return found;
    }
}
