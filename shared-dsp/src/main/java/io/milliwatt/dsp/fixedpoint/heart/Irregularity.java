package io.milliwatt.dsp.fixedpoint.heart;

/**
 * How irregular the last 32 RR intervals are. The fibrillation score counts the different pairs of successive differences, in
 * cells of 4 % of the median interval: a heart in fibrillation hardly repeats one, any regular rhythm repeats few.
 */
final class Irregularity {

    private static final int WINDOW = 32;
    private static final int CELLS = 25;

    private final IntervalRing raw = new IntervalRing(WINDOW + 3);
    private final short[] room = new short[WINDOW];
    private final byte[] cells = new byte[WINDOW + 1];

    void add(int intervalMillis) {
        raw.add(intervalMillis);
    }

    /** Median of |difference of successive intervals| to the median interval, Q10. */
    int medianDifferenceQ10() {
        int used = Math.min(WINDOW, raw.count() - 1);
        if (used < 1) {
            return 0;
        }
        for (int i = 0; i < used; i++) {
            room[i] = (short) Math.abs(raw.newest(i) - raw.newest(i + 1));
        }
        int median = Ranks.median(room, used);
        return Ratio.q10(median, raw.percentileOfNewest(WINDOW, 50, room));
    }

    /**
     * The smallest difference of an interval from any of eight before it, in milliseconds.
     *
     * @param skipped so many of the newest are not looked at
     */
    int nearestMillis(int intervalMillis, int skipped) {
        int nearest = 4_095;
        for (int i = skipped; i < Math.min(skipped + 8, raw.count()); i++) {
            nearest = Math.min(nearest, Math.abs(intervalMillis - raw.newest(i)));
        }
        return nearest;
    }

    /** The fibrillation score of intervals freed of single outliers by a running median of three, in 32nds. */
    int score32() {
        int count = raw.count() - 2;
        return distinctPairs(Math.min(WINDOW, count - 1), true, 1);
    }

    /** The same of raw intervals and their differences to the last but one, which alternation leaves alone. */
    int alternatingScore32() {
        return distinctPairs(Math.min(WINDOW, raw.count() - 2), false, 2);
    }

    private int distinctPairs(int differences, boolean filtered, int step) {
        if (differences < 2) {
            return 0;
        }
        int cell = Math.max(1, raw.percentileOfNewest(WINDOW, 50, room) * 256 / CELLS);
        for (int i = 0; i < differences; i++) {
            int difference = filtered ? ofThree(i) - ofThree(i + step) : raw.newest(i) - raw.newest(i + step);
            cells[i] = (byte) Math.clamp(Math.floorDiv(difference * 256 + cell / 2, cell), -127, 127);
        }
        int distinct = 0;
        for (int i = 0; i + 1 < differences; i++) {
            distinct += isNew(i) ? 1 : 0;
        }
        return distinct * WINDOW / (differences - 1);
    }

    /** Neither the origin nor a pair of before. */
    private boolean isNew(int pair) {
        if (cells[pair] == 0 && cells[pair + 1] == 0) {
            return false;
        }
        for (int i = 0; i < pair; i++) {
            if (cells[i] == cells[pair] && cells[i + 1] == cells[pair + 1]) {
                return false;
            }
        }
        return true;
    }

    private int ofThree(int back) {
        int first = raw.newest(back);
        int second = raw.newest(back + 1);
        int third = raw.newest(back + 2);
        return Math.max(Math.min(first, second), Math.min(Math.max(first, second), third));
    }
}
