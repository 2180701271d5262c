package io.milliwatt.dsp.fixedpoint.heart;

import io.milliwatt.dsp.fixedpoint.ArrayKernel;
import io.milliwatt.dsp.fixedpoint.QrsDetector;

/**
 * The features of every beat that a {@link QrsDetector} finds, adapted to the patient's own normal beats as they come: shapes,
 * intervals, P and T waves. A beat is described when the next one is known and its P wave has passed, 0.5 s after that, or
 * three seconds after itself at the latest. A restart forgets the patient.
 */
public final class BeatFeatures implements ArrayKernel {

    private static final int PENDING = 8;
    private static final int LONGEST_INTERVAL = 4_095;

    /** Ticks to wait for the next beat. */
    private static final int PATIENCE = 360;

    /** What a beat found late may be old at most, so that its signal is still held. */
    private static final int OLDEST = 300;

    private static final int OWN_WAVES = RecoveryWave.LAST + QrsShape.ALIGN_LAGS + BeatSignal.BASELINE_DELAY;
    private static final int NEXT_ATRIAL_WAVE =
            AtrialWave.LENGTH - AtrialWave.FROM + AtrialWave.LAGS + BeatSignal.BASELINE_DELAY;

    private final int sampleRateHz;
    private final QrsDetector detector;
    private final BeatSignal signal;
    private final QrsTemplates templates = new QrsTemplates();
    private final QrsShape shape = new QrsShape();
    private final AtrialWave atrial = new AtrialWave();
    private final RecoveryWave recovery = new RecoveryWave();
    private final Intervals intervals = new Intervals();
    private final long[] pendingSamples = new long[PENDING];
    private final int[] pendingTicks = new int[PENDING];
    private final boolean[] pendingLate = new boolean[PENDING];
    private final short[] features = new short[Feature.COUNT];
    private long samples;
    private long found;
    private long described;
    private long sampleBefore;
    private long describedSample;
    private boolean describedLate;
    private int intervalBefore;
    private boolean normalBefore;

    /**
     * @param sampleRateHz 100 … 1,000
     * @param nanoMillivoltPerCount 1 … 2³⁰ − 1
     * @param detector fed with the same samples, each before this kernel is
     */
    public BeatFeatures(int sampleRateHz, int nanoMillivoltPerCount, QrsDetector detector) {
        if (sampleRateHz < 100 || sampleRateHz > 1_000) {
            throw new IllegalArgumentException("Beats are described at 100 … 1000 Hz, not at " + sampleRateHz
                    + " Hz; decimate the signal first, or sample it faster.");
        }
        this.sampleRateHz = sampleRateHz;
        this.detector = detector;
        signal = new BeatSignal(sampleRateHz, nanoMillivoltPerCount);
    }

    /** Takes a sample; true if a beat has been described, which then stands until the next is. */
    @Override
    public boolean accept(int value) {
        signal.accept(value);
        while (found < detector.beats()) {
            takeBeat(detector.beat(found).orElseThrow().sample());
        }
        samples++;
        if (described < found && isDue()) {
            describe();
            return true;
        }
        return false;
    }

    private void takeBeat(long sample) {
        int at = (int) (found % PENDING);
        pendingSamples[at] = sample;
        pendingLate[at] = detector.output() < 0;
        int tick = signal.tickOf((int) Math.min(samples - sample, 65_535));
        pendingTicks[at] = Math.max(tick, signal.tick() - OLDEST);
        found++;
    }

    private boolean isDue() {
        int waited = signal.tick() - pendingTicks[(int) (described % PENDING)];
        if (found - described == 1) {
            return waited >= PATIENCE;
        }
        int sinceNext = signal.tick() - pendingTicks[(int) ((described + 1) % PENDING)];
        return (waited >= OWN_WAVES && sinceNext >= NEXT_ATRIAL_WAVE) || found - described == PENDING;
    }

    private void describe() {
        int at = (int) (described % PENDING);
        int after = (int) ((described + 1) % PENDING);
        boolean nextIsKnown = found - described > 1;
        int beat = pendingTicks[at];
        int next = nextIsKnown ? millis(pendingSamples[after] - pendingSamples[at]) : millis(3L * sampleRateHz);
        int interval = described == 0 ? next : millis(pendingSamples[at] - sampleBefore);
        intervals.expect(interval, next, nextIsKnown);
        intervals.describe(interval, next, described == 0 ? interval : intervalBefore, nextIsKnown, features);
        shape.find(signal, beat, templates);
        int aligned = beat + shape.lag();
        templates.find(signal, aligned);
        shape.describe(signal, aligned, features);
        atrial.describe(signal, aligned, nextIsKnown ? pendingTicks[after] : aligned, shape.height(), features);
        recovery.describe(signal, aligned, shape.level(), shape.height(), features);
        describeTemplates(aligned);
        learn(aligned, interval, next);
        describedSample = pendingSamples[at];
        describedLate = pendingLate[at];
        sampleBefore = describedSample;
        intervalBefore = interval;
        described++;
    }

    private void describeTemplates(int beat) {
        int known = templates.isKnown() ? 0 : -1;
        put(Feature.QRS_SHAPE_KNOWN, templates.isNormal() ? 1 : known);
        put(Feature.QRS_ACCEPTED_CORRELATION, templates.acceptedCorrelationQ15());
        put(Feature.SHAPE, templates.shape());
        put(Feature.SHAPE_INTERVALS, templates.intervalRatioQ8());
        put(Feature.SHAPE_STANDING, templates.standingQ8());
        int noise = 0;
        for (int i = 0; i < 26; i++) {
            noise += secondDifference(beat - 34 + i) + secondDifference(beat + 20 + i);
        }
        put(Feature.NOISE, Ratio.q10(noise / 52, shape.height()));
    }

    private void put(Feature feature, int value) {
        features[feature.ordinal()] = (short) value;
    }

    private int secondDifference(int tick) {
        return Math.abs(signal.at(tick - 1) - 2 * signal.at(tick) + signal.at(tick + 1));
    }

    private void learn(int aligned, int interval, int next) {
        boolean premature = intervals.isPremature(interval, next);
        boolean isClean = templates.isNormal() && normalBefore;
        if (isClean && intervals.isLate(interval)) {
            atrial.learn(signal, aligned, true);
        } else if (isClean && intervals.isEarly(interval)) {
            atrial.learn(signal, aligned, false);
        }
        if (templates.isNormal() && !premature) {
            recovery.learn(signal, aligned, shape.level());
        }
        normalBefore = templates.isNormal();
        boolean hurried = intervals.isHurried(interval);
        templates.learn(signal, aligned, premature, hurried, Ratio.q8(interval, intervals.median()));
        intervals.learn(interval, normalBefore, isClean);
    }

    private int millis(long sampleCount) {
        return (int) Math.min(LONGEST_INTERVAL, (sampleCount * 1_000 + sampleRateHz / 2) / sampleRateHz);
    }

    /** How many beats have been described since the start; the newest of them is {@link #element}'s. */
    public long described() {
        return described;
    }

    /** The R wave of the beat described last, as the detector gave it. */
    public long sample() {
        return describedSample;
    }

    /** Whether the detector found the beat described last by searching back. */
    public boolean isLate() {
        return describedLate;
    }

    @Override
    public int length() {
        return features.length;
    }

    /** A feature of the beat described last, int16; 0 before the first. */
    @Override
    public int element(int index) {
        return features[index];
    }

    /** Copies the features of the beat described last. */
    public void copyTo(short[] target, int offset) {
        System.arraycopy(features, 0, target, offset, features.length);
    }
}
