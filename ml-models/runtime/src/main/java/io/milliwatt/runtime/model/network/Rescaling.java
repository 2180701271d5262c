package io.milliwatt.runtime.model.network;

import java.util.Arrays;

/**
 * From sums to the next tensor's values: per sum × multiplier × 2^(shift − 31), plus a zero point, cut to limits that also are the ReLU
 * ({@code bundle.md}, "Rescaling"; for wide layers "Wide dense", multipliers then having 15 bits).
 */
public final class Rescaling {

    private final boolean perChannel;
    private final int[] multipliers;
    private final int[] shifts;
    private final int zeroPoint;
    private final int lowest;
    private final int highest;

    private Rescaling(boolean perChannel, int[] multipliers, int[] shifts, int zeroPoint, int lowest, int highest) {
        Check.require(
                multipliers.length == shifts.length && multipliers.length >= 1,
                "There are " + multipliers.length + " multipliers, but " + shifts.length + " shifts.");
        Check.range(lowest, Short.MIN_VALUE, highest, "lowest output value");
        Check.range(highest, lowest, Short.MAX_VALUE, "highest output value");
        for (int multiplier : multipliers) {
            Check.range(multiplier, 0, Integer.MAX_VALUE, "multiplier");
        }
        this.perChannel = perChannel;
        this.multipliers = multipliers;
        this.shifts = shifts;
        this.zeroPoint = zeroPoint;
        this.lowest = lowest;
        this.highest = highest;
    }

    /**
     * One multiplier and shift for every output channel.
     *
     * @param multiplier 0 … 2³¹ − 1; wide 0 … 32767
     * @param shift left when positive, −30 … 15; wide −31 … 7
     * @param zeroPoint −128 … 127; wide 0
     * @param lowest smallest output value
     * @param highest largest output value
     */
    public static Rescaling uniform(int multiplier, int shift, int zeroPoint, int lowest, int highest) {
        return new Rescaling(false, new int[] {multiplier}, new int[] {shift}, zeroPoint, lowest, highest);
    }

    /** A multiplier and a shift per output channel; else as {@link #uniform}. */
    public static Rescaling perChannel(int[] multipliers, int[] shifts, int zeroPoint, int lowest, int highest) {
        return new Rescaling(true, multipliers.clone(), shifts.clone(), zeroPoint, lowest, highest);
    }

    public boolean isPerChannel() {
        return perChannel;
    }

    public int zeroPoint() {
        return zeroPoint;
    }

    public int lowest() {
        return lowest;
    }

    public int highest() {
        return highest;
    }

    int scales() {
        return multipliers.length;
    }

    int multiplier(int channel) {
        return multipliers[perChannel ? channel : 0];
    }

    int shift(int channel) {
        return shifts[perChannel ? channel : 0];
    }

    short narrow(int channel, int sum) {
        int shift = shift(channel);
        int high = FixedPoint.times(sum << Math.max(shift, 0), multiplier(channel));
        return cut((long) FixedPoint.over(high, Math.max(-shift, 0)) + zeroPoint);
    }

    short wide(int channel, long sum) {
        int shift = 15 - shift(channel);
        return cut((sum * multiplier(channel) + (1L << (shift - 1))) >> shift);
    }

    private short cut(long value) {
        return (short) Math.clamp(value, lowest, highest);
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Rescaling that
                && perChannel == that.perChannel
                && Arrays.equals(multipliers, that.multipliers)
                && Arrays.equals(shifts, that.shifts)
                && zeroPoint == that.zeroPoint
                && lowest == that.lowest
                && highest == that.highest;
    }

    @Override
    public int hashCode() {
        return 31 * Arrays.hashCode(multipliers) + Arrays.hashCode(shifts);
    }
}
