package io.milliwatt.dsp.fixedpoint;

/**
 * Warmth above a base temperature, day by day and summed over a season.
 *
 * <p>Headroom: values and thresholds are within 24 bits, so a day's value is below 2²⁵ and 65,535 of them sum to less than
 * 2⁴¹; the total stops at its largest.
 */
public final class DegreeDays implements Kernel {

    private final DegreeDayRule rule;
    private int count;
    private long sum;
    private int lowest;
    private int highest;
    private int total;
    private int lastDay;
    private int days;

    public DegreeDays(DegreeDayRule rule) {
        this.rule = rule;
    }

    @Override
    public boolean accept(int value) {
        int reading = Saturation.toInt24(value);
        lowest = count == 0 ? reading : Math.min(lowest, reading);
        highest = count == 0 ? reading : Math.max(highest, reading);
        sum += rule.cut(reading) - rule.base();
        count++;
        if (count == rule.valuesPerDay()) {
            lastDay = day();
            total = Saturation.toInt32((long) total + lastDay);
            days = Saturation.toInt32(days + 1L);
            count = 0;
            sum = 0;
        }
        return false;
    }

    private int day() {
        return switch (rule.method()) {
            case EXTREMES_CUT -> ((rule.cut(highest) + rule.cut(lowest)) >> 1) - rule.base();
            case EXTREMES -> rule.cut((highest + lowest) >> 1) - rule.base();
            case READINGS -> (int) (sum / rule.valuesPerDay());
        };
    }

    /** Counts the total anew; the day under way goes on. */
    public void startSeason() {
        total = 0;
        lastDay = 0;
        days = 0;
    }

    /** 0: degree-days since the season's start; 1: those of the last whole day; 2: days counted. */
    @Override
    public int value(int index) {
        return switch (index) {
            case 0 -> total;
            case 1 -> lastDay;
            default -> days;
        };
    }
}
