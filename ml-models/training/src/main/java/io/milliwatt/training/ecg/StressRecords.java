package io.milliwatt.training.ecg;

import io.milliwatt.datasets.ecg.BeatClass;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;

/**
 * Records cut from a patient's own beats in which the node begins anew: early beats are every second one, the majority, in runs,
 * or none at all among pauses and sinus arrhythmia. Where a patient has no early beats, or besides them, they are made of
 * normal ones. Nothing in DS1 looks like them, but some patients do.
 */
final class StressRecords {

    /** Patterns with early beats. */
    enum Pattern {
        BIGEMINY,
        TRIGEMINY,
        RUNS,
        MAJORITY
    }

    static final String PAUSES = "pauses";
    static final String ARRHYTHMIA = "sinus arrhythmia";
    static final String NATURAL = "natural stretches";
    static final String SLOW = "slow ";
    static final String MADE = "made ";

    private static final int LEAD_IN = 8;
    private static final int MANY_EARLY = 10;
    private static final int NATURAL_STRETCH = 12;
    private static final double[] P_FACTORS = {-1, -0.6, 0, 0.3, 0.6, 1, 1.5};

    private final HeartRecord record;
    private final Random random;
    private final List<BeatSegment> normal;
    private final List<BeatSegment> normalAfterEarly;
    private final List<BeatSegment> early;
    private final List<BeatSegment> earlyAfterEarly;
    private final List<DescribedBeats> made = new ArrayList<>();

    private StressRecords(HeartRecord record, long seed) {
        this.record = record;
        random = new Random(1_000 * seed + record.number());
        List<BeatSegment> all = BeatSegment.of(record);
        normal = Splice.Pool.of(all, BeatClass.N, false);
        List<BeatSegment> after = Splice.Pool.of(all, BeatClass.N, true);
        normalAfterEarly = after.size() < 2 ? normal : after;
        early = Splice.Pool.of(all, BeatClass.S, false);
        List<BeatSegment> earlyAfter = Splice.Pool.of(all, BeatClass.S, true);
        earlyAfterEarly = earlyAfter.size() < 3 ? early : earlyAfter;
    }

    /** All that can be cut from a record, described by the node's kernels. */
    static List<DescribedBeats> of(HeartRecord record, long seed) {
        StressRecords stress = new StressRecords(record, seed);
        if (!stress.normal.isEmpty()) {
            stress.withOwnEarlyBeats();
            stress.withoutEarlyBeats();
            stress.withMadeEarlyBeats();
        }
        stress.naturalStretches();
        return stress.made;
    }

    private void keep(String kind, Splice splice) {
        made.add(DescribedBeats.of(splice.record(record.number()), kind));
    }

    private static String name(Pattern pattern) {
        return pattern.name().toLowerCase(java.util.Locale.ROOT);
    }

    private void withOwnEarlyBeats() {
        if (early.isEmpty()) {
            return;
        }
        int beats = early.size() + earlyAfterEarly.size() >= MANY_EARLY ? 400 : 200;
        for (Pattern pattern : Pattern.values()) {
            keep(name(pattern), spliced(pattern, early, earlyAfterEarly, beats, 1));
        }
        for (Pattern pattern : List.of(Pattern.BIGEMINY, Pattern.RUNS, Pattern.MAJORITY)) {
            keep(SLOW + name(pattern), spliced(pattern, early, earlyAfterEarly, 220, 1.2 + 0.7 * random.nextDouble()));
        }
    }

    private Splice spliced(
            Pattern pattern, List<BeatSegment> first, List<BeatSegment> later, int beats, double slowness) {
        Splice splice = new Splice(random);
        Splice.Pool sinus = new Splice.Pool(normal, random);
        Splice.Pool sinusAfter = new Splice.Pool(normalAfterEarly, random);
        Splice.Pool earlyFirst = new Splice.Pool(first, random);
        Splice.Pool earlyLater = new Splice.Pool(later, random);
        for (int i = 0; i < LEAD_IN; i++) {
            add(splice, sinus, slowness);
        }
        while (splice.beats() < beats + LEAD_IN) {
            BeatSegment after = sinusAfter.next();
            boolean pauses = pattern == Pattern.MAJORITY && random.nextDouble() < 0.7;
            double longer = slowness - 1 + (pauses ? 1.5 * random.nextDouble() : 0);
            splice.add(after, (int) (after.interval() * longer));
            int more = switch (pattern) {
                case BIGEMINY -> random.nextDouble() < 0.06 ? 1 : 0;
                case RUNS -> random.nextInt(3);
                case TRIGEMINY, MAJORITY -> 0;
            };
            for (int i = 0; i < more; i++) {
                add(splice, sinus, slowness);
            }
            add(splice, earlyFirst, slowness);
            int run = switch (pattern) {
                case BIGEMINY -> 0;
                case TRIGEMINY -> 1;
                case RUNS -> geometric(5);
                case MAJORITY -> geometric(9);
            };
            for (int i = 0; i < run; i++) {
                add(splice, earlyLater, slowness);
            }
        }
        return splice;
    }

    private static void add(Splice splice, Splice.Pool pool, double slowness) {
        BeatSegment segment = pool.next();
        splice.add(segment, (int) (segment.interval() * (slowness - 1)));
    }

    private int geometric(double mean) {
        int count = 1;
        while (random.nextDouble() > 1 / mean) {
            count++;
        }
        return count;
    }

    /** Nothing here may be called early. */
    private void withoutEarlyBeats() {
        Splice pauses = new Splice(random);
        Splice.Pool pool = new Splice.Pool(normal, random);
        while (pauses.beats() < 250) {
            for (int i = 1 + random.nextInt(8); i > 0; i--) {
                pauses.add(pool.next(), 0);
            }
            BeatSegment late = pool.next();
            pauses.add(late, (int) (late.interval() * (0.3 + random.nextDouble())));
        }
        keep(PAUSES, pauses);
        Splice breathing = new Splice(random);
        while (breathing.beats() < 250) {
            double period = 5 + 11 * random.nextDouble();
            for (int i = 0; i < period; i++) {
                BeatSegment beat = pool.next();
                double longer = 0.2 + 0.2 * Math.sin(2 * Math.PI * i / period);
                breathing.add(beat, (int) (beat.interval() * longer));
            }
        }
        keep(ARRHYTHMIA, breathing);
    }

    private void withMadeEarlyBeats() {
        for (Pattern pattern : Pattern.values()) {
            for (int i = 0; i < 2; i++) {
                double share = 0.45 + 0.38 * random.nextDouble();
                double factor = P_FACTORS[random.nextInt(P_FACTORS.length)];
                int shift = random.nextInt(15) - 7;
                double slowness = random.nextDouble() < 0.6 ? 1 : 1 + 0.6 * random.nextDouble();
                List<BeatSegment> changed = changed(share, factor, shift);
                if (changed.size() > 20) {
                    keep(MADE + name(pattern), spliced(pattern, changed, changed, 220, slowness));
                }
            }
        }
    }

    private List<BeatSegment> changed(double share, double factor, int shift) {
        int count = Math.min(normal.size(), 400);
        List<BeatSegment> changed = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            BeatSegment beat = normal.get((int) ((long) i * normal.size() / count));
            double left = Math.min(0.9, share * (1 + 0.06 * random.nextGaussian()));
            Optional<BeatSegment> each = beat.early(left, factor, shift);
            each.ifPresent(changed::add);
        }
        return changed;
    }

    /** Real stretches of twelve beats, half of them early at least, joined and repeated; for judging only. */
    private void naturalStretches() {
        List<BeatSegment> stretches = new ArrayList<>();
        List<BeatSegment> all = BeatSegment.of(record);
        for (int i = 0; i + NATURAL_STRETCH <= all.size(); ) {
            List<BeatSegment> stretch = all.subList(i, i + NATURAL_STRETCH);
            long earlyOnes = stretch.stream()
                    .filter(each -> each.beatClass() == BeatClass.S)
                    .count();
            if (2 * earlyOnes >= NATURAL_STRETCH) {
                stretches.addAll(stretch);
                i += NATURAL_STRETCH;
            } else {
                i++;
            }
        }
        if (stretches.isEmpty()) {
            return;
        }
        Splice splice = new Splice(random);
        while (splice.beats() < 200) {
            stretches.forEach(each -> splice.add(each, 0));
        }
        keep(NATURAL, splice);
    }
}
