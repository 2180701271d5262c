package io.milliwatt.training.soil.fault;

import io.milliwatt.dsp.soil.fault.BoostedTrees;
import io.milliwatt.dsp.soil.fault.DriftEvidence;
import io.milliwatt.dsp.soil.fault.FaultDetector;
import io.milliwatt.dsp.soil.fault.FaultKind;
import io.milliwatt.dsp.soil.fault.MonthFeatures;
import io.milliwatt.dsp.soil.fault.ProbeDays;
import io.milliwatt.dsp.soil.fault.WeekFeatures;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/** Probabilities on depths that trees have not seen, of untouched days and of injected faults, and the thresholds that suit them. */
final class ThresholdChoice {
    private static final int FAULTS_PER_DEPTH = 3;
    private static final int EPISODE_GAP_DAYS = 7;
    private static final double DAYS_PER_MONTH = 30.44;

    /** Untouched depths: by kind and day, NaN where a day is not judged. */
    private final List<Map<FaultKind, double[]>> untouched = new ArrayList<>();
    /** Injected faults: the most that the right kind of trees said within the fault's days. */
    private final Map<FaultKind, List<Double>> injected = new EnumMap<>(FaultKind.class);

    private int days;

    ThresholdChoice(Map<FaultKind, String> text, List<NetworkProbes.Depth> depths, long seed) {
        Map<FaultKind, BoostedTrees> trees = new EnumMap<>(FaultKind.class);
        text.forEach((kind, written) -> trees.put(kind, FaultTraining.parse(written)));
        FaultInjection injection = new FaultInjection(seed);
        trees.keySet().forEach(kind -> injected.put(kind, new ArrayList<>()));
        for (NetworkProbes.Depth depth : depths) {
            Map<FaultKind, double[]> clean = probabilities(
                    trees, depth.probe(), depth.depth(), 0, depth.probe().days() - 1);
            untouched.add(clean);
            days += depth.readings();
            for (FaultKind kind : trees.keySet()) {
                for (int i = 0; i < FAULTS_PER_DEPTH; i++) {
                    injection.inject(depth, kind).ifPresent(faulty -> {
                        int last =
                                Math.min(faulty.probe().days() - 1, faulty.to() + (kind == FaultKind.DRIFT ? 20 : 1));
                        double[] p = probabilities(
                                        Map.of(kind, trees.get(kind)),
                                        faulty.probe(),
                                        depth.depth(),
                                        faulty.from(),
                                        last)
                                .get(kind);
                        injected.get(kind)
                                .add(Arrays.stream(p)
                                        .filter(x -> !Double.isNaN(x))
                                        .max()
                                        .orElse(0));
                    });
                }
            }
        }
    }

    /** Lowers the threshold of the kind that is found least, as long as the false alarms of all stay within the budget. */
    static Map<FaultKind, Double> choose(
            List<ThresholdChoice> folds, double[] thresholds, double suddenBudget, double driftBudget) {
        Map<FaultKind, Integer> places = new EnumMap<>(FaultKind.class);
        FaultTraining.LEARNT.forEach(kind -> places.put(kind, 0));
        List<FaultKind> open = new ArrayList<>(FaultDetector.SUDDEN);
        while (!open.isEmpty()) {
            FaultKind least = open.stream()
                    .min((a, b) -> Double.compare(
                            recall(folds, a, thresholds[places.get(a)]), recall(folds, b, thresholds[places.get(b)])))
                    .orElseThrow();
            int place = places.get(least);
            places.put(least, place + 1);
            if (place + 1 >= thresholds.length
                    || falseAlarms(folds, FaultDetector.SUDDEN, values(places, thresholds)) > suddenBudget) {
                places.put(least, place);
                open.remove(least);
            }
        }
        int drift = 0;
        while (drift + 1 < thresholds.length
                && falseAlarms(folds, List.of(FaultKind.DRIFT), Map.of(FaultKind.DRIFT, thresholds[drift + 1]))
                        <= driftBudget) {
            drift++;
        }
        places.put(FaultKind.DRIFT, drift);
        return values(places, thresholds);
    }

    static double recall(List<ThresholdChoice> folds, FaultKind kind, double threshold) {
        List<Double> all =
                folds.stream().flatMap(fold -> fold.injected.get(kind).stream()).toList();
        return all.stream().filter(p -> p > threshold).count() / (double) Math.max(1, all.size());
    }

    /** Episodes of any of the kinds per month of readings. */
    static double falseAlarms(
            List<ThresholdChoice> folds, Iterable<FaultKind> kinds, Map<FaultKind, Double> thresholds) {
        int episodes = 0;
        int days = 0;
        for (ThresholdChoice fold : folds) {
            days += fold.days;
            for (Map<FaultKind, double[]> depth : fold.untouched) {
                BitSet flagged = new BitSet();
                for (FaultKind kind : kinds) {
                    double[] p = depth.get(kind);
                    for (int day = 0; day < p.length; day++) {
                        if (p[day] > thresholds.get(kind)) {
                            flagged.set(day);
                        }
                    }
                }
                episodes += episodes(flagged);
            }
        }
        return episodes * DAYS_PER_MONTH / days;
    }

    private static int episodes(BitSet flagged) {
        int episodes = 0;
        int last = Integer.MIN_VALUE / 2;
        for (int day = flagged.nextSetBit(0); day >= 0; day = flagged.nextSetBit(day + 1)) {
            episodes += day - last > EPISODE_GAP_DAYS ? 1 : 0;
            last = day;
        }
        return episodes;
    }

    private static Map<FaultKind, Double> values(Map<FaultKind, Integer> places, double[] thresholds) {
        Map<FaultKind, Double> values = new EnumMap<>(FaultKind.class);
        places.forEach((kind, place) -> values.put(kind, thresholds[place]));
        return values;
    }

    private static Map<FaultKind, double[]> probabilities(
            Map<FaultKind, BoostedTrees> trees, ProbeDays probe, int depth, int from, int to) {
        Map<FaultKind, double[]> all = new EnumMap<>(FaultKind.class);
        float[][] weeks = weeks(probe, depth, from, to);
        trees.forEach((kind, grown) -> all.put(
                kind,
                kind == FaultKind.DRIFT
                        ? drift(grown, probe, depth, from, to)
                        : Arrays.stream(weeks)
                                .mapToDouble(week -> week.length == 0 ? Double.NaN : grown.probability(week))
                                .toArray()));
        return all;
    }

    /** Features by day, empty where a day is not judged. */
    private static float[][] weeks(ProbeDays probe, int depth, int from, int to) {
        WeekFeatures week = new WeekFeatures(probe, depth);
        float[][] weeks = new float[to - from + 1][0];
        for (int day = from; day <= to; day++) {
            if (!Double.isNaN(probe.moisture()[depth][day]) && !FaultDetector.nearFrost(probe, depth, day)) {
                weeks[day - from] = week.at(day);
            }
        }
        return weeks;
    }

    private static double[] drift(BoostedTrees trees, ProbeDays probe, int depth, int from, int to) {
        MonthFeatures month = new MonthFeatures(probe, depth);
        DriftEvidence evidence = new DriftEvidence(probe.days());
        double[] p = new double[to - from + 1];
        for (int day = DriftEvidence.first(from); day <= to; day++) {
            boolean known = !Double.isNaN(probe.moisture()[depth][day]);
            if (known) {
                evidence.add(day, trees.logOdds(month.at(day)));
            }
            if (day >= from) {
                p[day - from] = known ? evidence.probability(day) : Double.NaN;
            }
        }
        return p;
    }
}
