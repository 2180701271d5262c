package io.milliwatt.dsp.fixedpoint.heart;

import java.util.Arrays;

/**
 * Atrial fibrillation from the irregularity of RR intervals. Successive differences of the last 64 intervals, as cells of 3 % of
 * their median, are points of a plane, each difference against the one before; a heart whose atria fibrillate fills many cells
 * of it, another few (after Sarkar et al. 2008, Lorenz plots). Intervals that touch an ectopic beat are left out; where too few
 * are left the state is unknown.
 *
 * <p>Headroom: 200 differences of 2¹⁵ stay below 2²³.
 */
public final class AtrialFibrillation {

    private static final int HELD = 66;
    private static final int LONGEST = 0x7fff;
    private static final int WINDOW = 64;
    private static final int CENTRE = 33;
    private static final int CELL_PERCENT = 3;
    private static final int FEWEST_POINTS = 20;
    private static final int BEGIN_PERMILLE = 471;
    private static final int END_PERMILLE = 430;
    private static final int LONGEST_DOUBT = 64;
    private static final int UNUSED_CELL = Short.MAX_VALUE;

    private final int[] intervals = new int[HELD];
    private final boolean[] touched = new boolean[HELD];
    private final int[] cells = new int[WINDOW - 1];
    private final int[] ordered = new int[WINDOW];
    private int count;
    private int at;
    private boolean started;
    private boolean ectopicBefore;
    private boolean episode;
    private int doubt;
    private long newest;
    private long since;
    private long beats;

    /** What the intervals around the 33rd last beat say. */
    public enum State {
        NO,
        YES,
        /** Ectopic beats, or too few beats yet, leave no clean intervals. */
        UNKNOWN
    }

    /**
     * A beat whose class is known; one that is not later than the one before is left out. An interval of 2¹⁵ samples or more starts anew.
     *
     * @param ectopic every class but N, and a beat of unknown class
     */
    public void accept(long sample, boolean ectopic) {
        long length = sample - newest;
        if (started && length <= 0) {
            return;
        }
        if (started && length > LONGEST) {
            forget();
        }
        if (started) {
            intervals[at] = (int) length;
            touched[at] = ectopic || ectopicBefore;
            at = (at + 1) % HELD;
            count = Math.min(count + 1, HELD);
        }
        started = true;
        newest = sample;
        ectopicBefore = ectopic;
        beats++;
        followEpisode();
    }

    private void followEpisode() {
        State now = state();
        doubt = now == State.UNKNOWN ? Math.min(doubt + 1, LONGEST_DOUBT) : 0;
        boolean stands = now == State.UNKNOWN ? episode && doubt < LONGEST_DOUBT : now == State.YES;
        if (stands != episode) {
            episode = stands;
            since = newest;
            for (int back = 0; back <= CENTRE; back++) {
                since -= interval(back);
            }
            beats = CENTRE + 2L;
        }
    }

    /** The signal was lost: what was learnt is void, and an episode is over. */
    public void forget() {
        count = 0;
        started = false;
        if (episode) {
            episode = false;
            since = newest;
            beats = 1;
        }
    }

    /** The episode for the {@link RhythmRules}; it goes on through an unknown state of less than 64 beats. */
    public Fibrillation episode() {
        return new Fibrillation(episode, since, beats, newest);
    }

    /** What the intervals around the 33rd last beat say. */
    public State state() {
        int window = Math.min(count - 2, WINDOW);
        int median = window <= CENTRE ? 0 : cleanMedian(window);
        if (median == 0) {
            return State.UNKNOWN;
        }
        fillCells(window, median);
        int points = 0;
        int filled = 0;
        for (int i = 0; i + 2 < window; i++) {
            if (cells[i] != UNUSED_CELL && cells[i + 1] != UNUSED_CELL) {
                points++;
                filled += (cells[i] != 0 || cells[i + 1] != 0) && isNew(i) ? 1 : 0;
            }
        }
        if (points < FEWEST_POINTS) {
            return State.UNKNOWN;
        }
        int permille = episode ? END_PERMILLE : BEGIN_PERMILLE;
        return 1_000 * filled >= permille * points ? State.YES : State.NO;
    }

    private int place(int back) {
        return (at + 2 * HELD - 1 - back) % HELD;
    }

    private int interval(int back) {
        return intervals[place(back)];
    }

    private boolean isClean(int back) {
        return !touched[place(back)];
    }

    /** The median of an interval and its neighbours: a single early beat leaves no trace. */
    private int smoothed(int back) {
        int a = interval(back + 1);
        int b = interval(back);
        int c = interval(back - 1);
        return Math.max(Math.min(a, b), Math.min(Math.max(a, b), c));
    }

    private int cleanMedian(int window) {
        int clean = 0;
        for (int back = 1; back <= window; back++) {
            if (isClean(back)) {
                ordered[clean++] = smoothed(back);
            }
        }
        Arrays.sort(ordered, 0, clean);
        return clean == 0 ? 0 : ordered[(clean - 1) / 2];
    }

    private void fillCells(int window, int median) {
        int twice = 2 * CELL_PERCENT * median;
        for (int back = 1; back < window; back++) {
            int difference = smoothed(back) - smoothed(back + 1);
            int cell = Math.floorDiv(200 * difference + twice / 2, twice);
            boolean clean = isClean(back) && isClean(back + 1);
            cells[back - 1] = clean ? Math.clamp(cell, -UNUSED_CELL, UNUSED_CELL - 1) : UNUSED_CELL;
        }
    }

    private boolean isNew(int point) {
        for (int i = 0; i < point; i++) {
            if (cells[i] == cells[point] && cells[i + 1] == cells[point + 1]) {
                return false;
            }
        }
        return true;
    }
}
