package io.milliwatt.dsp.fixedpoint.heart;

import java.util.Arrays;

/**
 * Spikes of a pacemaker, found and taken out before beats are looked for, with the overshoot that may follow them (IEC 60601-2-27: up to
 * a quarter of the spike, decaying within 4 … 100 ms). A spike is at most 2 ms wide, so that only a fast converter sees its
 * shape; here it is what leaves neighbours on both sides by 0.5 mV and more, after a calm, and is no edge of something
 * wider. Below 250 Hz a QRS complex can look like it, and nothing is taken for a spike.
 *
 * <p>Headroom: a tail in Q8 is below 2²⁴.
 */
public final class PacingSpikes {

    private static final int SLOWEST_RATE_HZ = 250;
    private static final int LEAST_NANOVOLT = 500_000;
    private static final int HELD = 10;

    /** Before a spike the signal moves at most a quarter of its height: hum does not pass for one. */
    private static final int CALM_SHARE = 4;

    /** After it the signal is back to within a third of its height. */
    private static final int OVERSHOOT_SHARE = 3;

    private static final int TAILS_PER_SECOND = 10;
    private static final int FRACTION = 256;

    private final int delay;
    private final int leastCounts;
    private final int tailSamples;
    private final int[] held = new int[HELD];
    private boolean primed;
    private int at;
    private boolean inSpike;
    private boolean began;
    private int level;
    private int tailQ8;

    /** @param nanovoltPerCount 1 and more */
    public PacingSpikes(int sampleRateHz, int nanovoltPerCount) {
        delay = sampleRateHz < SLOWEST_RATE_HZ ? 0 : sampleRateHz / 500 + 1;
        leastCounts = Math.clamp(LEAST_NANOVOLT / nanovoltPerCount, 1, 65_535);
        tailSamples = sampleRateHz / TAILS_PER_SECOND;
    }

    /** Samples by which the output lags: 0 below 250 Hz, else 1 … 3, of more than 2 ms. */
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
            level = sample;
            primed = true;
        }
        held[at] = sample;
        at = (at + 1) % HELD;
        int here = held(delay);
        boolean spike = isSpike(held(3 * delay), held(2 * delay), here, held(0));
        began = spike && !inSpike;
        if (!spike) {
            followTail(here - level, inSpike);
        }
        inSpike = spike;
        if (spike) {
            return level;
        }
        int output = Math.clamp(here - tailQ8 / FRACTION, Short.MIN_VALUE, Short.MAX_VALUE);
        level = tailQ8 / FRACTION == 0 ? output : level;
        return output;
    }

    private boolean isSpike(int earlier, int before, int here, int after) {
        int rise = here - before;
        int fall = here - after;
        boolean leaves = rise >= leastCounts && fall >= leastCounts || -rise >= leastCounts && -fall >= leastCounts;
        int rest = Math.abs(after - before);
        boolean returns = rest < leastCounts || OVERSHOOT_SHARE * rest <= Math.abs(rise);
        return leaves && returns && CALM_SHARE * Math.abs(before - earlier) <= Math.abs(rise);
    }

    /** What a spike leaves behind decays, and is never more than the signal's distance from where it was. */
    private void followTail(int away, boolean follows) {
        if (follows) {
            tailQ8 = FRACTION * away;
            return;
        }
        int decayed = tailQ8 - tailQ8 / tailSamples;
        tailQ8 = decayed > 0
                ? Math.min(decayed, Math.max(0, FRACTION * away))
                : Math.max(decayed, Math.min(0, FRACTION * away));
    }

    private int held(int back) {
        return held[(at + 2 * HELD - 1 - back) % HELD];
    }

    /** The sample given last is the first of a spike. */
    public boolean isSpike() {
        return began;
    }
}
