package io.milliwatt.dsp.fixedpoint;

import java.util.Optional;

/**
 * QRS complexes of an ECG, sample by sample, in integers: every heart beat's R position as soon as it is certain. After Pan and
 * Tompkins (1985): the signal is smoothed, freed of its baseline, differentiated and integrated; a peak of that energy is a beat
 * when it exceeds thresholds that follow the heights of earlier beats, of noise, and the rhythm. The first eight seconds set
 * the levels and give no beats.
 */
public final class QrsDetector implements Kernel {

    /** So many beats are held for {@link #beat}. */
    public static final int BEATS_HELD = 8;

    private static final int LONGEST = 1 << 24;
    private static final int LEARNT_SECONDS = 8;
    private static final int SEARCH_INTERVALS_Q8 = 384;
    private static final int SEARCH_AGE_INTERVALS = 2;
    private static final int SEARCH_HEIGHT_Q10 = 225;
    private static final int STEADY_SHARE_Q10 = 576;
    private static final int LEFT_Q10 = 940;
    private static final int T_WAVE_SLOPE_Q10 = 426;
    private static final int STEADY_MEAN_Q10 = 4_096;
    private static final int STEADY_LOWEST = 9;
    private static final int QUIET_SECONDS = 2;

    private static final Peak NONE = new Peak(0, 0, 0);

    private final QrsDesign design;
    private final QrsFilter filter;
    private final QrsLevels levels = new QrsLevels();
    private final BeatCount count = new BeatCount();
    private final int[] highestOfSeconds = new int[LEARNT_SECONDS];
    private int learntSeconds;
    private long samples;
    private int energy;
    private int peak;
    private int peakAge;
    private boolean falling = true;
    private int sinceBeat;
    private int lastSlope;
    private Peak kept = NONE;
    private int keptAge;
    private int secondAt;
    private long secondSum;
    private int secondLowest;
    private int steady;
    private int found;

    /** A peak of the energy; the sample is that of its R wave. */
    private record Peak(int height, int slope, long sample) {}

    /** @param nanoUnitsPerCount of the sensor, 1 … 2³⁰ − 1 */
    public QrsDetector(QrsDesign design, int nanoUnitsPerCount) {
        this.design = design;
        filter = new QrsFilter(design, Math.min(65_535, design.smallestExcursionNanoUnits() / nanoUnitsPerCount));
    }

    /** Bytes of state on a node. */
    public static int stateBytes(QrsDesign design) {
        return 240 + 2 * (design.smoothing() + design.baseline()) + 3 * QrsFilter.history(design);
    }

    /** Takes a sample, clamped to int16, and gives a value for each: see {@link #output}. */
    @Override
    public boolean accept(int value) {
        int before = energy;
        found = 0;
        energy = filter.accept(Saturation.toInt16(value));
        secondSum += energy;
        secondLowest = Math.min(secondLowest, energy);
        secondAt = (secondAt + 1) % design.second();
        if (learntSeconds < LEARNT_SECONDS) {
            learnStart();
        } else {
            sinceBeat = oneOlder(sinceBeat);
            keptAge = oneOlder(keptAge);
            if (followEnergy(before)) {
                found = age(count.newest(1));
            } else if (searchBack()) {
                found = -age(count.newest(1));
            }
        }
        if (secondAt == 0) {
            endSecond();
        }
        samples++;
        return true;
    }

    private int age(long beat) {
        return (int) (samples - beat);
    }

    /**
     * What the newest sample has made certain: 0 for nothing; else how many samples ago the R wave of the beat just found was, at
     * least 1, and that below zero for a beat found late, by searching back.
     */
    @Override
    public int output() {
        return found;
    }

    private static int oneOlder(int age) {
        return age < LONGEST ? age + 1 : age;
    }

    private void learnStart() {
        highestOfSeconds[learntSeconds] = Math.max(highestOfSeconds[learntSeconds], energy);
        if (secondAt == 0) {
            learntSeconds++;
        }
        if (learntSeconds == LEARNT_SECONDS) {
            levels.start(highestOfSeconds, filter.smallestHeight(), design.second() * 5 / 6);
        }
    }

    private boolean followEnergy(int before) {
        if (energy > (falling ? before : peak)) {
            falling = false;
            peak = energy;
            peakAge = 0;
        } else if (!falling) {
            peakAge++;
            if (peakAge == design.hold()) {
                falling = true;
                return judgePeak();
            }
        }
        return false;
    }

    /** The energy's peak {@code hold} samples ago: a beat, or noise of which the best is kept for searching back. */
    private boolean judgePeak() {
        int since = sinceBeat - design.hold();
        if (peak < filter.smallestHeight()) {
            return false;
        }
        Peak judged = new Peak(peak, filter.steepestSlope(), samples - filter.positionAge());
        boolean tWave = count.beats() > 0
                && since < design.tWave()
                && judged.slope() < QrsLevels.shareQ10(lastSlope, T_WAVE_SLOPE_Q10);
        boolean standsOut = peak > levels.threshold(since)
                && peak > QrsLevels.shareQ10(steady, STEADY_SHARE_Q10)
                && energy < QrsLevels.shareQ10(peak, LEFT_Q10);
        if (!tWave && standsOut) {
            takeBeat(judged, design.hold());
            return true;
        }
        levels.learnNoise(peak);
        if (!tWave && peak > kept.height() && since >= design.searchBackGap()) {
            kept = judged;
            keptAge = design.hold();
        }
        return false;
    }

    /** No beat for one and a half intervals: the best peak since then may have been one after all. */
    private boolean searchBack() {
        boolean due = kept.height() > QrsLevels.shareQ10(levels.level(), SEARCH_HEIGHT_Q10)
                && kept.height() > QrsLevels.shareQ10(steady, STEADY_SHARE_Q10)
                && sinceBeat >= ((long) levels.interval() * SEARCH_INTERVALS_Q8) >> 8
                && keptAge <= SEARCH_AGE_INTERVALS * levels.interval();
        if (due) {
            takeBeat(kept, keptAge);
        }
        return due;
    }

    private void takeBeat(Peak beat, int age) {
        if (count.beats() > 0) {
            levels.learnInterval(sinceBeat - age, design.shortestInterval());
        }
        levels.learnHeight(beat.height());
        sinceBeat = age;
        lastSlope = beat.slope();
        kept = NONE;
        count.add(beat.sample());
    }

    /** A level near the mean or the lowest energy is that of steady noise, not of a weak heart. */
    private void endSecond() {
        long lowEnergies = (long) secondLowest * STEADY_LOWEST;
        long meanEnergy = (secondSum / design.second() * STEADY_MEAN_Q10) >> 10;
        steady = (int) Math.min(Math.min(meanEnergy, lowEnergies), Integer.MAX_VALUE);
        if (sinceBeat >= QUIET_SECONDS * design.second()) {
            levels.decay(Math.max(steady, filter.smallestHeight()));
        }
        secondSum = 0;
        secondLowest = Integer.MAX_VALUE;
    }

    @Override
    public void endWindow(Window window) {
        count.endWindow(samples);
        if (learntSeconds < LEARNT_SECONDS) {
            window.flag(Window.WARMING_UP);
        }
    }

    /** The newest energy, 0 … 2³⁰. */
    public int energy() {
        return energy;
    }

    /** Of beats' energy; 0 until the first eight seconds have set it. */
    public int level() {
        return levels.level();
    }

    /** The energy of the newest beat, clipped at twice the level. */
    public int newestHeight() {
        return levels.newestHeight();
    }

    /** The energy of the smallest beat. */
    public int smallestHeight() {
        return filter.smallestHeight();
    }

    /** How many beats have been found since the start. */
    public long beats() {
        return count.beats();
    }

    /** A beat by its number; empty if it is not found yet, or no longer held. */
    public Optional<HeartBeat> beat(long number) {
        return count.beat(number);
    }

    /**
     * 0: beats in the window; 1: their mean RR interval; 2: the last RR interval; 3: time since the last beat, or since the start
     * before the first; intervals in samples, 0 where there is none.
     */
    @Override
    public int value(int index) {
        return count.value(index);
    }
}
