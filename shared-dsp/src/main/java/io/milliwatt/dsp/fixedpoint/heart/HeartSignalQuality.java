package io.milliwatt.dsp.fixedpoint.heart;

import io.milliwatt.dsp.fixedpoint.QrsDetector;
import java.util.Arrays;

/**
 * How far the beats of an ECG can be trusted, second by second, and when they cannot: "cannot tell". It looks at the samples and
 * at the energy in which a {@link QrsDetector} finds its beats: between two beats there is little of it, in noise there is
 * always some. Limits chosen on DS1 of the MIT-BIH Arrhythmia Database, clean and with electrode motion added.
 */
public final class HeartSignalQuality {

    private static final int PARTS = 16;
    private static final int SECONDS = 8;
    private static final int QUIET_RANK = 5;
    private static final int NOISY_Q10 = 164;
    private static final int QUIET_Q10 = 143;
    private static final int REFERENCE_FALL_SHIFT = 6;
    private static final int LEAST_REFERENCE = 3;
    private static final int LOUD = 5;
    private static final int UNHEARD_SECONDS = 2;
    private static final int DEAD_SECONDS = 2;
    private static final int FLAT_NANOVOLT = 10_000;
    private static final int NOISE_OF_SMALLEST_MICROVOLT = 40;

    private final int sampleRateHz;
    private final int nanovoltPerCount;
    private final int flatCounts;
    private final int lowestRail;
    private final int highestRail;
    private final int[] energies = new int[PARTS];
    private final int[] ratios = new int[SECONDS];
    private final int[] means = new int[SECONDS];
    private long sum;
    private int reference;
    private int highestEnergy;
    private int quietEnergy;
    private int smallestHeight = 1;
    private long beats;
    private int secondAt;
    private int clipped;
    private int ratio;
    private int lowest;
    private int highest;
    private int ringAt;
    private int seconds;
    private int judged;
    private int unheardSeconds;
    private int deadSeconds;
    private boolean noisy;
    private boolean clips;
    private RhythmSignal.State state = RhythmSignal.State.LEARNING;

    /**
     * @param sampleRateHz 100 … 1,000
     * @param nanovoltPerCount 1 … 2³⁰ − 1
     * @param lowestRail counts at and below it are clipped
     * @param highestRail counts at and above it are clipped
     */
    public HeartSignalQuality(int sampleRateHz, int nanovoltPerCount, int lowestRail, int highestRail) {
        this.sampleRateHz = sampleRateHz;
        this.nanovoltPerCount = nanovoltPerCount;
        this.lowestRail = lowestRail;
        this.highestRail = highestRail;
        flatCounts = Math.min(65_535, FLAT_NANOVOLT / nanovoltPerCount);
    }

    /**
     * A sample, after the detector has taken it; true if that ended a second and the verdict is new.
     *
     * @param sample an int16 count
     */
    public boolean accept(int sample, QrsDetector detector) {
        boolean first = secondAt == 0;
        lowest = first ? sample : Math.min(lowest, sample);
        highest = first ? sample : Math.max(highest, sample);
        sum += sample;
        clipped += sample <= lowestRail || sample >= highestRail ? 1 : 0;
        highestEnergy = Math.max(highestEnergy, detector.energy());
        energies[secondAt * PARTS / sampleRateHz] = detector.energy();
        secondAt++;
        if (secondAt < sampleRateHz) {
            return false;
        }
        secondAt = 0;
        endSecond(detector);
        return true;
    }

    private void endSecond(QrsDetector detector) {
        smallestHeight = Math.max(1, detector.smallestHeight());
        boolean flat = highest - lowest <= flatCounts;
        boolean railed = 2 * clipped > sampleRateHz;
        deadSeconds = flat || railed ? Math.min(deadSeconds + 1, DEAD_SECONDS) : 0;
        clips = 10 * clipped > sampleRateHz;
        int[] ordered = energies.clone();
        Arrays.sort(ordered);
        quietEnergy = ordered[QUIET_RANK];
        means[ringAt] = (int) (sum / sampleRateHz);
        seconds = Math.min(seconds + 1, SECONDS);
        if (detector.level() > 0) {
            followReference(detector);
            followRatio();
            followSilence(detector.beats());
        }
        ringAt = (ringAt + 1) % SECONDS;
        state = verdict(detector);
        sum = 0;
        clipped = 0;
        highestEnergy = 0;
    }

    /** The detector's level, which falls when no beat comes; a stopped heart's noise is still compared with the beats it had. */
    private void followReference(QrsDetector detector) {
        int fallen = reference - (reference >> REFERENCE_FALL_SHIFT);
        boolean beatless = detector.beats() == beats;
        int followed = beatless ? Math.max(detector.level(), fallen) : detector.level();
        reference = (int) Math.max(followed, (long) LEAST_REFERENCE * smallestHeight);
    }

    /** Of the noise between beats to the beats, over the last seconds. */
    private void followRatio() {
        ratios[ringAt] = (int) Math.min(((long) quietEnergy << 10) / reference, 1_024);
        judged = Math.min(judged + 1, SECONDS);
        int total = 0;
        for (int i = 0; i < judged; i++) {
            total += ratios[(ringAt + SECONDS - i) % SECONDS];
        }
        ratio = total / judged;
        noisy = ratio >= (noisy ? QUIET_Q10 : NOISY_Q10);
    }

    /** For seconds something as large as a beat, and no beat: the levels are still those of an artefact. */
    private void followSilence(long beatsNow) {
        boolean unheard = beatsNow == beats && highestEnergy >= (long) LOUD * smallestHeight;
        unheardSeconds = unheard ? Math.min(unheardSeconds + 1, UNHEARD_SECONDS) : 0;
        beats = beatsNow;
    }

    private RhythmSignal.State verdict(QrsDetector detector) {
        if (deadSeconds == DEAD_SECONDS) {
            return RhythmSignal.State.LEAD_OFF;
        }
        if (detector.level() == 0) {
            return RhythmSignal.State.LEARNING;
        }
        boolean deaf = unheardSeconds == UNHEARD_SECONDS;
        return noisy || clips || deaf ? RhythmSignal.State.CANNOT_TELL : RhythmSignal.State.GOOD;
    }

    /** Of the last second. */
    public RhythmSignal.State state() {
        return state;
    }

    /** Samples of the last second were at a rail, more than one in ten. */
    public boolean clips() {
        return clips;
    }

    /** 0 (lead off, clipped, learning) … 100 of the last seconds; 50 is the limit of what can be told. */
    public int index() {
        if (state == RhythmSignal.State.LEAD_OFF || state == RhythmSignal.State.LEARNING || clips) {
            return 0;
        }
        return Math.max(0, 100 - ratio * 50 / NOISY_Q10);
    }

    /** Peak to peak of the last eight seconds' means. */
    public int baselineWanderMicrovolt() {
        if (seconds == 0) {
            return 0;
        }
        int[] held = Arrays.copyOf(means, seconds);
        Arrays.sort(held);
        long counts = (long) held[seconds - 1] - held[0];
        return (int) Math.min(counts * nanovoltPerCount / 1_000, Integer.MAX_VALUE);
    }

    /**
     * In the band of QRS complexes between beats, rms, estimated from the energy: the smallest beat rises and falls by 120 µV
     * together, and noise of the same energy has a third of that as its rms.
     */
    public int noiseMicrovolt() {
        return (int) Math.min((long) quietEnergy * NOISE_OF_SMALLEST_MICROVOLT / smallestHeight, Integer.MAX_VALUE);
    }
}
