package io.milliwatt.dsp.fixedpoint.heart;

/** The last so many RR intervals in milliseconds, 0 … 4,095. */
final class IntervalRing {

    private final short[] values;
    private int at;
    private int count;

    IntervalRing(int length) {
        values = new short[length];
    }

    void add(int intervalMillis) {
        values[at] = (short) intervalMillis;
        at = at + 1 == values.length ? 0 : at + 1;
        count = Math.min(count + 1, values.length);
    }

    int count() {
        return count;
    }

    /** The one added {@code back} before the newest, 0 for the newest; back is below {@link #count}. */
    int newest(int back) {
        int index = at - 1 - back;
        return values[index < 0 ? index + values.length : index];
    }

    /** Their mean, cut; 0 before the first. */
    int mean() {
        int sum = 0;
        for (int i = 0; i < count; i++) {
            sum += values[i];
        }
        return count == 0 ? 0 : sum / count;
    }

    /** The lower median; 0 before the first. */
    int median() {
        return count == 0 ? 0 : Ranks.median(values, count);
    }

    /** The value that {@code percent} of all do not exceed, rank ⌈percent × count / 100⌉; 0 before the first. */
    int percentile(int percent) {
        return count == 0 ? 0 : Ranks.of(values, count, (percent * count + 99) / 100);
    }

    /** The same over the newest {@code last} only, found through a copy in {@code room}, which is at least so long. */
    int percentileOfNewest(int last, int percent, short[] room) {
        int used = Math.min(last, count);
        for (int i = 0; i < used; i++) {
            room[i] = (short) newest(i);
        }
        return used == 0 ? 0 : Ranks.of(room, used, (percent * used + 99) / 100);
    }
}
