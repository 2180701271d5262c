package io.milliwatt.dsp.fixedpoint.heart;

import java.util.Arrays;

/**
 * Spikes of a pacemaker, found and taken out before beats are looked for. A spike is at most 2 ms wide, so that only a fast
 * converter sees its shape; here it is what leaves both neighbours 2 ms away by 0.5 mV and more, after a calm of
 * 2 ms, and is no edge of something wider. Below 250 Hz a QRS complex can look like it, and nothing is taken for a spike.
 */
public final class PacingSpikes {

    private static final int SLOWEST_RATE_HZ = 250;
    private static final int LEAST_NANOVOLT = 500_000;
    private static final int HELD = 7;
    private static final int CALM_SHARE = 4;

    private final int delay;
    private final int leastCounts;
    private final int[] held = new int[HELD];
    private boolean primed;
    private int at;
    private boolean inSpike;
    private boolean began;

    /** @param nanovoltPerCount 1 and more */
    public PacingSpikes(int sampleRateHz, int nanovoltPerCount) {
        delay = sampleRateHz < SLOWEST_RATE_HZ ? 0 : (sampleRateHz + 250) / 500;
        leastCounts = Math.clamp(LEAST_NANOVOLT / nanovoltPerCount, 1, 65_535);
    }

    /** Samples by which the output lags: 0 below 250 Hz, else that of 2 ms, 1 or 2. */
    public int delay() {
        return delay;
    }

    /**
     * Takes a sample and gives the one of {@link #delay} before, without spikes.
     *
     * @param sample an int16 count
     */
    public int accept(int sample) {
        if (delay == 0) {
            return sample;
        }
        if (!primed) {
            // As if the first sample had always been there.
            Arrays.fill(held, sample);
            primed = true;
        }
        held[at] = sample;
        at = (at + 1) % HELD;
        int before = held(2 * delay);
        int here = held(delay);
        int after = held(0);
        boolean calm = CALM_SHARE * Math.abs(before - held(3 * delay)) <= Math.abs(here - before);
        boolean spike = calm && isSpike(here - before, here - after) && Math.abs(after - before) < leastCounts;
        began = spike && !inSpike;
        inSpike = spike;
        return spike ? (before + after) / 2 : here;
    }

    private boolean isSpike(int rise, int fall) {
        return rise >= leastCounts && fall >= leastCounts || -rise >= leastCounts && -fall >= leastCounts;
    }

    private int held(int back) {
        return held[(at + 2 * HELD - 1 - back) % HELD];
    }

    /** The sample given last is the first of a spike. */
    public boolean isSpike() {
        return began;
    }
}
