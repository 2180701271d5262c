package io.milliwatt.dsp.fixedpoint;

/** Tells windows that no finding should rest on: clipped, flat, or recorded while the machine stood still. */
public final class SignalQuality implements Kernel {

    private final QualityThresholds settings;
    private final Kernel level;
    private final int nanoUnitsPerCount;
    private int clippedSamples;
    private int lowest = Integer.MAX_VALUE;
    private int highest = Integer.MIN_VALUE;
    private int flags;

    /** @param level its value 0 is the root mean square of the window */
    public SignalQuality(QualityThresholds settings, Kernel level, int nanoUnitsPerCount) {
        this.settings = settings;
        this.level = level;
        this.nanoUnitsPerCount = nanoUnitsPerCount;
    }

    /** @param sample a raw int16 count */
    @Override
    public boolean accept(int sample) {
        if (Math.abs(sample) >= settings.clipLevelCounts()) {
            clippedSamples++;
        }
        lowest = Math.min(lowest, sample);
        highest = Math.max(highest, sample);
        return false;
    }

    @Override
    public void endWindow(Window window) {
        long levelNanoUnits = ((long) level.value(0) * nanoUnitsPerCount) >> settings.levelFractionBits();
        flags = 0;
        if (clippedSamples >= settings.clippedSamples()) {
            flags |= Window.CLIPPED;
        }
        if (highest - lowest <= settings.flatRangeCounts()) {
            flags |= Window.FLAT;
        }
        if (levelNanoUnits < settings.stoppedBelowNanoUnits()
                || window.shaftSpeedMilliHertz() < settings.stoppedBelowMilliHertz()) {
            flags |= Window.STOPPED;
        }
        window.flag(flags);
        clippedSamples = 0;
        lowest = Integer.MAX_VALUE;
        highest = Integer.MIN_VALUE;
    }

    /** The flags of the window that ended last. */
    @Override
    public int value(int index) {
        return flags;
    }
}
