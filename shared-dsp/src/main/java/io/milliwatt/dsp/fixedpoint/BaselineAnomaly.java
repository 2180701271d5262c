package io.milliwatt.dsp.fixedpoint;

/**
 * How long and how far a value has been above the machine's own start: median and spread of the first good windows, then a
 * one-sided cumulative sum (Page 1954). The floor on the spread keeps a very steady start from making every later window
 * look odd. The baseline is frozen once learnt.
 *
 * <p>Headroom: differences of int32 values are formed in 64 bits; scores are clamped before they are summed.
 */
public final class BaselineAnomaly implements Kernel {

    private final BaselineRule settings;
    private final Kernel source;
    private final int[] learnt;
    private int count;
    private int baseline;
    private int spread;
    private int scoreQ8;
    private int cumulativeQ8;

    public BaselineAnomaly(BaselineRule settings, Kernel source) {
        this.settings = settings;
        this.source = source;
        this.learnt = new int[settings.windowsToLearn()];
    }

    @Override
    public void endWindow(Window window) {
        scoreQ8 = 0;
        if (count < learnt.length) {
            if (!window.hasAny(settings.unlearnableFlags() | Window.WARMING_UP)) {
                learn(source.value(settings.sourceValue()));
            }
            window.flag(Window.WARMING_UP);
        } else if (!window.hasAny(settings.unjudgeableFlags() | Window.WARMING_UP)) {
            judge(source.value(settings.sourceValue()));
        }
    }

    @Override
    public boolean forgetBaseline() {
        count = 0;
        cumulativeQ8 = 0;
        scoreQ8 = 0;
        return true;
    }

    private void learn(int value) {
        learnt[count] = value;
        count++;
        if (count == learnt.length) {
            baseline = lowerMedian();
            for (int i = 0; i < count; i++) {
                learnt[i] = Saturation.toInt32(Math.abs((long) learnt[i] - baseline));
            }
            // 1.4826 makes the median absolute deviation a standard deviation under a normal law.
            spread = Saturation.toInt32(Math.max(settings.smallestSpread(), (lowerMedian() * 1518L) >> 10));
        }
    }

    private int lowerMedian() {
        int rank = (count + 1) / 2;
        int best = Integer.MAX_VALUE;
        for (int candidate : learnt) {
            int notAbove = 0;
            for (int value : learnt) {
                notAbove += value <= candidate ? 1 : 0;
            }
            if (notAbove >= rank) {
                best = Math.min(best, candidate);
            }
        }
        return best;
    }

    private void judge(int value) {
        int limit = settings.scoreLimitQ8();
        scoreQ8 = Math.clamp(((long) value - baseline) * 256 / spread, -limit, limit);
        cumulativeQ8 = Math.clamp(cumulativeQ8 + scoreQ8 - settings.driftQ8(), 0, settings.cumulativeLimitQ8());
    }

    /** 0: the cumulative sum in Q8, in spreads; 1: the window's own score in Q8. */
    @Override
    public int value(int index) {
        return index == 0 ? cumulativeQ8 : scoreQ8;
    }
}
