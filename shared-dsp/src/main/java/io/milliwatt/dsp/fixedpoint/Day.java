package io.milliwatt.dsp.fixedpoint;

/**
 * Lowest, highest and mean value of the day that ended last; a day is a number of values and may span windows. Until the first
 * has ended they are 0 and the windows are warming up.
 *
 * <p>Headroom: 65,535 int32 values sum to less than 2⁴⁷.
 */
public final class Day implements Kernel {

    private final int valuesPerDay;
    private int count;
    private long sum;
    private int lowest;
    private int highest;
    private int endedLowest;
    private int endedHighest;
    private int endedMean;
    private int days;

    /** @param valuesPerDay 1 … 65,535 */
    public Day(int valuesPerDay) {
        this.valuesPerDay = valuesPerDay;
    }

    @Override
    public boolean accept(int value) {
        lowest = count == 0 ? value : Math.min(lowest, value);
        highest = count == 0 ? value : Math.max(highest, value);
        sum += value;
        count++;
        if (count == valuesPerDay) {
            endedLowest = lowest;
            endedHighest = highest;
            endedMean = (int) (sum / valuesPerDay);
            days = Saturation.toInt32(days + 1L);
            count = 0;
            sum = 0;
        }
        return false;
    }

    @Override
    public void endWindow(Window window) {
        if (days == 0) {
            window.flag(Window.WARMING_UP);
        }
    }

    /** 0: lowest, 1: highest, 2: mean of the last whole day; 3: days ended. */
    @Override
    public int value(int index) {
        return switch (index) {
            case 0 -> endedLowest;
            case 1 -> endedHighest;
            case 2 -> endedMean;
            default -> days;
        };
    }
}
