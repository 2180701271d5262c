package io.milliwatt.dsp.fixedpoint.soil;

/** Rain and irrigation of the hour under way and the 23 before it, each at most 25.5 mm. */
public final class HourlyRain {

    private static final int HOURS = 24;
    private static final int MOST = 255;

    private final short[] tenths = new short[HOURS];

    /** Some hours have gone by. @param hours 0 or more */
    public void advance(long hours) {
        int by = (int) Math.min(HOURS, hours);
        System.arraycopy(tenths, 0, tenths, by, HOURS - by);
        for (int hour = 0; hour < by; hour++) {
            tenths[hour] = 0;
        }
    }

    /** @param rainTenths 0.1 mm, 0 … 65,535 */
    public void add(int rainTenths) {
        tenths[0] = (short) Math.min(MOST, tenths[0] + rainTenths);
    }

    /** 0.1 mm. */
    public int sum() {
        int sum = 0;
        for (short each : tenths) {
            sum += each;
        }
        return sum;
    }
}
