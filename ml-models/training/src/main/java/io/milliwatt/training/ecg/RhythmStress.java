package io.milliwatt.training.ecg;

import io.milliwatt.datasets.ecg.BeatClass;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/**
 * Rhythms that DS1 has in few patients or none, put together from a patient's own beats: atrial fibrillation and flutter, a sick
 * sinus whose place ectopic atrial beats take, and blocks that only look like it.
 */
final class RhythmStress {

    static final String FIBRILLATION = "fibrillation";
    static final String FLUTTER = "flutter";
    static final String SICK_SINUS = "sick sinus";
    static final String BLOCK = "block";

    private static final int RATE = HeartRecord.RATE_HZ;
    private static final int BEATS = 300;
    private static final int LEAST_BEATS = 20;
    private static final int OWN_EARLY_BEATS = 10;
    private static final double COUNTS_PER_MILLIVOLT = 200;
    private static final double[] P_FACTORS = {-1, -0.7, -0.3, 0.2, 0.5, 1, 1.6};
    private static final int[] CONDUCTION = {2, 2, 3, 4, 4, 5};

    /** What drops beats: grouped beating after Wenckebach, beats that fail to be conducted, a sinus that rests. */
    private enum Block {
        WENCKEBACH,
        DROPPED_BEATS,
        SINUS_ARREST
    }

    private final Random random;
    private final List<BeatSegment> normal;
    private final List<BeatSegment> early;
    private final List<BeatSegment> ventricular;
    private final List<BeatSegment> normalAfterVentricular;

    private RhythmStress(HeartRecord record, long seed) {
        random = new Random(7_000 * seed + record.number());
        List<BeatSegment> all = BeatSegment.ofAll(record);
        normal = pool(all, BeatClass.N, BeatClass.N);
        early = all.stream()
                .filter(each -> each.beatClass() == BeatClass.S && each.before() != BeatClass.V)
                .toList();
        ventricular = pool(all, BeatClass.V, BeatClass.N);
        normalAfterVentricular = pool(all, BeatClass.N, BeatClass.V);
    }

    private static List<BeatSegment> pool(List<BeatSegment> all, BeatClass beatClass, BeatClass before) {
        return all.stream()
                .filter(each -> each.beatClass() == beatClass && each.before() == before)
                .toList();
    }

    /** Eleven records of a patient, described by the node's kernels; none where there are too few normal beats. */
    static List<DescribedBeats> of(HeartRecord record, long seed) {
        RhythmStress stress = new RhythmStress(record, seed);
        List<DescribedBeats> made = new ArrayList<>();
        if (stress.normal.size() < LEAST_BEATS) {
            return made;
        }
        for (int i = 0; i < 3; i++) {
            made.add(DescribedBeats.of(stress.fibrillation(record.number()), FIBRILLATION));
        }
        made.add(DescribedBeats.of(stress.flutter(record.number()), FLUTTER));
        for (int i = 0; i < 4; i++) {
            boolean own = i % 2 == 0 && stress.early.size() >= OWN_EARLY_BEATS;
            made.add(DescribedBeats.of(
                    stress.sickSinus(record.number(), own), own ? SICK_SINUS : StressRecords.MADE + SICK_SINUS));
        }
        for (Block block : Block.values()) {
            made.add(DescribedBeats.of(stress.block(record.number(), block), BLOCK));
        }
        return made;
    }

    private double between(double low, double high) {
        return low + (high - low) * random.nextDouble();
    }

    /** Adds the beat after an interval of so many samples: time is cut out before its P wave, or put in. */
    private void add(Splice splice, BeatSegment segment, double interval, double pFactor, int pShift, BeatClass told) {
        double share = interval / segment.interval();
        BeatSegment beat = segment.changed(Math.min(1, share), pFactor, pShift, told)
                .or(() -> segment.changed(1, pFactor, pShift, told))
                .orElse(segment);
        splice.add(beat, (int) Math.max(0, interval - beat.interval()));
    }

    /**
     * Irregular intervals without memory, no P waves, waves of 4 to 8 Hz instead; in a third of the records after a minute of
     * sinus rhythm, in a third with stretches that are nearly regular, in half with the patient's own ventricular beats.
     */
    private HeartRecord fibrillation(int patient) {
        Splice splice = new Splice(random);
        Splice.Pool pool = new Splice.Pool(normal, random);
        int sinus = random.nextInt(3) == 0 ? 60 : 0;
        for (int i = 0; i < sinus; i++) {
            splice.add(pool.next(), 0);
        }
        int from = splice.length();
        double mean = RATE * 60 / between(random.nextInt(5) == 0 ? 45 : 60, 140);
        double spread = between(0.14, 0.3);
        boolean stretches = random.nextInt(3) == 0;
        double ventricularShare = random.nextBoolean() ? 0 : between(0.02, 0.1);
        boolean own = ventricular.size() >= 3 && normalAfterVentricular.size() >= 3;
        Splice.Pool ectopic = own ? new Splice.Pool(ventricular, random) : pool;
        Splice.Pool after = normalAfterVentricular.size() < 3 ? pool : new Splice.Pool(normalAfterVentricular, random);
        int regular = 0;
        boolean afterEctopic = false;
        while (splice.beats() < BEATS + sinus) {
            regular = regular > 0 ? regular - 1 : stretches && random.nextInt(15) == 0 ? 4 + random.nextInt(8) : 0;
            double deviation = (regular > 0 ? 0.05 : spread) * random.nextGaussian();
            double interval = Math.max(0.3 * RATE, mean * Math.exp(deviation));
            if (own && !afterEctopic && random.nextDouble() < ventricularShare) {
                add(splice, ectopic.next(), interval * 0.85, 1, 0, BeatClass.V);
                afterEctopic = true;
            } else {
                add(splice, afterEctopic ? after.next() : pool.next(), interval, 0, 0, BeatClass.N);
                afterEctopic = false;
            }
        }
        splice.addWave(from, between(4, 8), COUNTS_PER_MILLIVOLT * between(0.03, 0.12), 0.5);
        return splice.record(patient);
    }

    /** Regular waves of the atria, of which every second to fifth is conducted. */
    private HeartRecord flutter(int patient) {
        Splice splice = new Splice(random);
        Splice.Pool pool = new Splice.Pool(normal, random);
        double cycle = RATE * between(0.19, 0.25);
        while (splice.beats() < BEATS) {
            int ratio = CONDUCTION[random.nextInt(CONDUCTION.length)];
            int repeated = 1 + random.nextInt(3);
            for (int i = 0; i < repeated; i++) {
                add(splice, pool.next(), ratio * cycle * (1 + 0.015 * random.nextGaussian()), 0, 0, BeatClass.N);
            }
        }
        splice.addWave(0, RATE / cycle, COUNTS_PER_MILLIVOLT * between(0.06, 0.15), 0.02);
        return splice.record(patient);
    }

    /**
     * A slow sinus or one that rests for 1.5 to 6 s, and ectopic atrial beats at 60 to 110 per minute, singly or in runs, that
     * are the majority: the patient's own, or normal ones with another P wave.
     */
    private HeartRecord sickSinus(int patient, boolean own) {
        Splice splice = new Splice(random);
        Splice.Pool sinus = new Splice.Pool(normal, random);
        Splice.Pool ectopic = new Splice.Pool(own ? early : normal, random);
        double slow = RATE * between(1.15, 1.75);
        double fast = RATE * Math.min(between(0.55, 1.0), 0.72 * slow / RATE);
        double runLength = between(2, 16);
        boolean pauses = random.nextBoolean();
        double pFactor = own ? 1 : P_FACTORS[random.nextInt(P_FACTORS.length)];
        int pShift = own ? 0 : random.nextInt(31) - 15;
        boolean beginsEctopic = random.nextBoolean();
        int more = beginsEctopic ? 0 : 4;
        while (splice.beats() < BEATS) {
            for (int i = 0; i < more; i++) {
                add(splice, sinus.next(), slow * (1 + 0.05 * random.nextGaussian()), 1, 0, BeatClass.N);
            }
            int run = geometric(runLength);
            for (int i = 0; i < run; i++) {
                double interval = fast * (1 + 0.04 * random.nextGaussian()) * (i == 0 ? between(0.85, 1.05) : 1);
                add(splice, ectopic.next(), interval, pFactor, pShift, BeatClass.S);
            }
            double pause = pauses ? RATE * between(1.5, random.nextInt(4) == 0 ? 6 : 3) : slow * between(1, 1.3);
            add(splice, sinus.next(), pause, 1, 0, BeatClass.N);
            more = random.nextInt(3) == 0 ? 1 + random.nextInt(4) : 0;
        }
        return splice.record(patient);
    }

    /** Dropped beats and slow escapes at the same rates; no beat is early. */
    private HeartRecord block(int patient, Block block) {
        Splice splice = new Splice(random);
        Splice.Pool sinus = new Splice.Pool(normal, random);
        double usual = RATE * between(0.55, 1.0);
        double group = between(2, 14);
        boolean shortens = block == Block.WENCKEBACH;
        while (splice.beats() < BEATS) {
            int run = shortens ? 1 + random.nextInt(3) : geometric(group);
            for (int i = 0; i < run; i++) {
                double shorter = shortens ? 1 - 0.04 * i : 1;
                add(splice, sinus.next(), usual * shorter * (1 + 0.03 * random.nextGaussian()), 1, 0, BeatClass.N);
            }
            boolean escape = block == Block.SINUS_ARREST && random.nextBoolean();
            double pause = switch (block) {
                case WENCKEBACH -> usual * between(1.3, 1.9);
                case DROPPED_BEATS -> usual * between(1.85, 2.1);
                case SINUS_ARREST -> RATE * between(1.4, 3.5);
            };
            add(splice, sinus.next(), Math.max(pause, usual), escape ? 0 : 1, 0, BeatClass.N);
        }
        return splice.record(patient);
    }

    private int geometric(double mean) {
        int count = 1;
        while (random.nextDouble() > 1 / mean) {
            count++;
        }
        return count;
    }
}
