package io.milliwatt.training.ecg;

import io.milliwatt.datasets.ecg.BeatClass;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The signal from 100 ms after a beat to 100 ms after the next, without baseline: the building block of stress records.
 *
 * @param interval from beat to beat, in samples
 * @param before class of the beat before
 */
record BeatSegment(short[] samples, int interval, BeatClass beatClass, BeatClass before) {

    /** Samples after the R wave: 100 ms. */
    static final int TAIL = 36;

    private static final int SHORTEST = 90;
    private static final int LONGEST = 1_200;
    private static final int HALF_SECOND = 180;
    private static final int FADE_CENTRE = 98;
    private static final int FADE = 24;
    private static final int P_FROM = 88;
    private static final int P_TO = 22;
    private static final int LEAST_AFTER_CUT = 116;

    /** All normal and supraventricular beats after such beats, outside fibrillation. */
    static List<BeatSegment> of(HeartRecord record) {
        return ofAll(record).stream()
                .filter(each -> each.beatClass() != BeatClass.V && each.before() != BeatClass.V)
                .toList();
    }

    /** The same with ventricular beats. */
    static List<BeatSegment> ofAll(HeartRecord record) {
        double[] signal = withoutBaseline(record.samples());
        List<BeatSegment> segments = new ArrayList<>();
        for (int i = 1; i < record.beats().size(); i++) {
            HeartRecord.Beat before = record.beats().get(i - 1);
            HeartRecord.Beat beat = record.beats().get(i);
            int interval = beat.sample() - before.sample();
            boolean usable = isUsable(before) && isUsable(beat) && interval >= SHORTEST && interval <= LONGEST;
            if (usable && beat.sample() + TAIL <= signal.length) {
                short[] samples = new short[interval];
                for (int k = 0; k < interval; k++) {
                    samples[k] = (short) Math.round(signal[before.sample() + TAIL + k]);
                }
                segments.add(new BeatSegment(samples, interval, beat.beatClass(), before.beatClass()));
            }
        }
        return segments;
    }

    boolean afterEarly() {
        return before == BeatClass.S;
    }

    private static boolean isUsable(HeartRecord.Beat beat) {
        return beat.beatClass() != BeatClass.F && beat.beatClass() != BeatClass.Q && !beat.fibrillation();
    }

    /** Minus the moving average of a second, itself averaged once more. */
    static double[] withoutBaseline(short[] samples) {
        double[] signal = new double[samples.length];
        for (int i = 0; i < signal.length; i++) {
            signal[i] = samples[i];
        }
        double[] baseline = averaged(averaged(signal));
        for (int i = 0; i < signal.length; i++) {
            signal[i] -= baseline[i];
        }
        return signal;
    }

    private static double[] averaged(double[] signal) {
        double[] sums = new double[signal.length + 1];
        for (int i = 0; i < signal.length; i++) {
            sums[i + 1] = sums[i] + signal[i];
        }
        double[] averaged = new double[signal.length];
        for (int i = 0; i < signal.length; i++) {
            int from = Math.max(0, i - HALF_SECOND);
            int to = Math.min(signal.length, i + HALF_SECOND + 1);
            averaged[i] = (sums[to] - sums[from]) / (to - from);
        }
        return averaged;
    }

    /**
     * An early beat made of a normal one: time between T and P wave is cut out, and the P wave changed.
     *
     * @param share of the interval that is left, below 1
     * @param pFactor the P wave is multiplied by this; below 0 it is turned over
     * @param pShift and moved by so many samples
     * @return empty where too little of the beat would be left
     */
    Optional<BeatSegment> early(double share, double pFactor, int pShift) {
        return changed(share, pFactor, pShift, BeatClass.S);
    }

    /**
     * The same beat with an earlier R wave, another P wave and another class.
     *
     * @param share of the interval that is left, at most 1
     */
    Optional<BeatSegment> changed(double share, double pFactor, int pShift, BeatClass told) {
        int cut = (int) (interval * (1 - share));
        int length = samples.length - cut;
        if (length < Math.max(LEAST_AFTER_CUT, SHORTEST)) {
            return Optional.empty();
        }
        int beat = length - TAIL;
        double[] joined = new double[length];
        for (int k = 0; k < length; k++) {
            double late = Math.clamp((k - (beat - FADE_CENTRE - FADE / 2.0)) / FADE, 0.0, 1.0);
            joined[k] = (1 - late) * samples[k] + late * samples[k + cut];
        }
        if (pFactor != 1 || pShift != 0) {
            changeP(joined, Math.max(1, beat - P_FROM), beat - P_TO, pFactor, pShift);
        }
        short[] changed = new short[length];
        for (int k = 0; k < length; k++) {
            changed[k] = (short) Math.round(joined[k]);
        }
        return Optional.of(new BeatSegment(changed, interval - cut, told, before));
    }

    private static void changeP(double[] signal, int from, int to, double factor, int shift) {
        double first = signal[from];
        double rise = (signal[to] - first) / (to - from);
        double[] wave = new double[to - from + 1];
        for (int k = 0; k < wave.length; k++) {
            wave[k] = signal[from + k] - first - rise * k;
        }
        for (int k = 0; k < wave.length; k++) {
            int source = k - shift;
            double moved = source >= 0 && source < wave.length ? wave[source] : 0;
            signal[from + k] = first + rise * k + factor * moved;
        }
    }
}
