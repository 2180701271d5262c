package io.milliwatt.training.ecg;

import io.milliwatt.datasets.ecg.BeatClass;
import java.util.List;
import java.util.Random;

/** A record with made-up noise on it: wander, muscle and electrode noise in proportion to its QRS complexes, 20 s of every minute clean. */
final class NoisyRecord {

    private static final int PERIOD = 20 * HeartRecord.RATE_HZ;
    private static final int LIMIT = 2_047;
    private static final int REACH = 18;

    private NoisyRecord() {}

    /** @param level noise to the height of the median QRS complex, about 0.5 */
    static HeartRecord of(HeartRecord record, double level, long seed) {
        Random random = new Random(1_000 * seed + record.number());
        double height = level * qrsHeight(record);
        short[] noisy = new short[record.samples().length];
        double wander = 0;
        double muscle = 0;
        double electrode = 0;
        for (int i = 0; i < noisy.length; i++) {
            wander += 0.02 * random.nextGaussian() - 0.004 * wander;
            muscle += 0.35 * (random.nextGaussian() - muscle);
            if (random.nextDouble() < 1.0 / HeartRecord.RATE_HZ) {
                electrode += random.nextGaussian();
            }
            electrode = 0.99 * electrode + 0.05 * random.nextGaussian();
            double noise = i / PERIOD % 3 == 0 ? 0 : height * (wander + 0.25 * muscle + 0.5 * electrode);
            noisy[i] = (short) Math.clamp(Math.round(record.samples()[i] + noise), -LIMIT, LIMIT);
        }
        return new HeartRecord(record.number(), noisy, record.beats(), record.flutter());
    }

    /** The median of every fifth normal beat's excursion within 50 ms. */
    private static double qrsHeight(HeartRecord record) {
        double[] signal = BeatSegment.withoutBaseline(record.samples());
        List<HeartRecord.Beat> beats = record.beats();
        return java.util.stream.IntStream.range(2, beats.size() / 5)
                .map(i -> 5 * i)
                .filter(i -> beats.get(i).beatClass() == BeatClass.N)
                .mapToDouble(i -> excursion(signal, beats.get(i).sample()))
                .sorted()
                .skip(beats.size() / 10)
                .findFirst()
                .orElseGet(() -> excursion(signal, beats.getFirst().sample()));
    }

    private static double excursion(double[] signal, int beat) {
        double lowest = Double.MAX_VALUE;
        double highest = -Double.MAX_VALUE;
        for (int i = Math.max(0, beat - REACH); i <= Math.min(signal.length - 1, beat + REACH); i++) {
            lowest = Math.min(lowest, signal[i]);
            highest = Math.max(highest, signal[i]);
        }
        return highest - lowest;
    }
}
