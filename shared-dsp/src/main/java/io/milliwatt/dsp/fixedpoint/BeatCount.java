package io.milliwatt.dsp.fixedpoint;

import java.util.Optional;

/** The beats that a {@link QrsDetector} has found, and what a window says of them. */
final class BeatCount {

    private static final int LONGEST = 1 << 24;

    private final long[] held = new long[QrsDetector.BEATS_HELD];
    private final int[] values = new int[4];
    private long beats;
    private long windowFrom;
    private int windowBeats;
    private int windowIntervals;

    long beats() {
        return beats;
    }

    void add(long sample) {
        if (windowBeats == 0) {
            windowFrom = beats > 0 ? newest(1) : sample;
        }
        windowIntervals += beats > 0 ? 1 : 0;
        held[(int) (beats % held.length)] = sample;
        beats++;
        windowBeats++;
    }

    /** The R wave's sample of the beat found last for 1, of the one before for 2. */
    long newest(int back) {
        return held[(int) ((beats - back) % held.length)];
    }

    Optional<HeartBeat> beat(long number) {
        boolean isHeld = number < beats && number >= Math.max(0, beats - held.length);
        return isHeld ? Optional.of(new HeartBeat(number, held[(int) (number % held.length)])) : Optional.empty();
    }

    void endWindow(long samples) {
        values[0] = windowBeats;
        values[1] = windowIntervals == 0 ? 0 : capped((newest(1) - windowFrom) / windowIntervals);
        values[2] = beats < 2 ? 0 : capped(newest(1) - newest(2));
        values[3] = capped(beats == 0 ? samples : samples - 1 - newest(1));
        windowBeats = 0;
        windowIntervals = 0;
    }

    private static int capped(long samples) {
        return (int) Math.min(samples, LONGEST);
    }

    int value(int index) {
        return values[index];
    }
}
