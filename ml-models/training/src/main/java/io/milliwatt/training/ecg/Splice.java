package io.milliwatt.training.ecg;

import io.milliwatt.datasets.ecg.BeatClass;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;

/** Beats put one after the other to a record; the step at a joint is levelled over 150 ms. */
final class Splice {

    private static final int RAMP = 54;
    private static final int PAUSE_BEFORE_BEAT = 94;
    private static final double PAUSE_NOISE = 2;
    private static final int LIMIT = 2_000;

    private final Random random;
    private final List<HeartRecord.Beat> beats = new ArrayList<>();
    private short[] samples = new short[1 << 16];
    private int length;

    Splice(Random random) {
        this.random = random;
    }

    int beats() {
        return beats.size();
    }

    /** @param pause so many samples of a flat line are put in, 260 ms before the R wave */
    void add(BeatSegment segment, int pause) {
        short[] beat = segment.samples();
        while (length + beat.length + Math.max(0, pause) > samples.length) {
            samples = Arrays.copyOf(samples, 2 * samples.length);
        }
        int step = length == 0 ? 0 : samples[length - 1] - beat[0];
        int pauseAt = Math.max(1, beat.length - BeatSegment.TAIL - PAUSE_BEFORE_BEAT);
        for (int k = 0; k < beat.length; k++) {
            if (k == pauseAt) {
                addPause(pause);
            }
            double ramp = k < RAMP ? step * (1 - (double) k / RAMP) : 0;
            samples[length] = (short) Math.round(beat[k] + ramp);
            length++;
        }
        beats.add(new HeartRecord.Beat(length - BeatSegment.TAIL, segment.beatClass(), false));
    }

    int length() {
        return length;
    }

    /** Adds a wave of a wandering frequency and size, like that of fibrillating or fluttering atria. */
    void addWave(int from, double hertz, double amplitude, double wander) {
        double phase = 0;
        double rate = hertz;
        double size = 1;
        for (int i = from; i < length; i++) {
            rate += 0.02 * wander * random.nextGaussian() * hertz - 0.01 * (rate - hertz);
            size += 0.02 * wander * random.nextGaussian() - 0.005 * (size - 1);
            phase += 2 * Math.PI * rate / HeartRecord.RATE_HZ;
            double wave = Math.sin(phase) + 0.4 * Math.sin(2 * phase + 0.6);
            samples[i] = (short) Math.round(samples[i] + amplitude * size * wave);
        }
    }

    private void addPause(int pause) {
        int level = samples[length - 1];
        for (int i = 0; i < pause; i++) {
            samples[length] = (short) Math.round(level + PAUSE_NOISE * random.nextGaussian());
            length++;
        }
    }

    HeartRecord record(int patient) {
        short[] cut = Arrays.copyOf(samples, length);
        for (int i = 0; i < length; i++) {
            cut[i] = (short) Math.clamp(cut[i], -LIMIT, LIMIT);
        }
        return new HeartRecord(patient, cut, beats, List.of());
    }

    /** Beats of one sort, taken in the order of the record with a jump now and then, over and over. */
    static final class Pool {
        private final List<BeatSegment> segments;
        private final Random random;
        private int at;

        Pool(List<BeatSegment> segments, Random random) {
            this.segments = segments;
            this.random = random;
            at = random.nextInt(segments.size());
        }

        BeatSegment next() {
            BeatSegment segment = segments.get(at);
            at = (at + 1 + (random.nextDouble() < 0.2 ? random.nextInt(3) : 0)) % segments.size();
            return segment;
        }

        static List<BeatSegment> of(List<BeatSegment> all, BeatClass beatClass, boolean afterEarly) {
            return all.stream()
                    .filter(each -> each.beatClass() == beatClass && each.afterEarly() == afterEarly)
                    .toList();
        }
    }
}
