package io.milliwatt.training.ecg;

import io.milliwatt.datasets.ecg.BeatClass;
import io.milliwatt.dsp.fixedpoint.heart.Feature;
import io.milliwatt.runtime.model.ForestModel;
import io.milliwatt.runtime.model.TreeNode;
import io.milliwatt.training.ecg.BoostedMargin.Row;
import io.milliwatt.training.ecg.DescribedBeats.Described;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.function.Predicate;

/** The three margins, in floating point and as the node's forest. */
final class BeatModel {

    /** Of beats with noise, upside down or of the other lead, beside those of the records themselves. */
    private static final double OTHER_WEIGHT = 0.3;

    private static final double OTHER_VENTRICULAR_WEIGHT = 1;
    private static final double OTHER_LEAD_OF_MAJORITY = 0.6;
    private static final double NORMAL_SHARE = 0.3;
    private static final double STRESS_WEIGHT = 0.3;

    /** Its S beats are mostly aberrant ones in fibrillation: nothing to cut stress records from. */
    private static final int NO_STRESS = 201;

    private final List<BoostedMargin> margins;
    private final ForestModel forest;

    private BeatModel(List<BoostedMargin> margins) {
        this.margins = List.copyOf(margins);
        List<TreeNode> trees = new ArrayList<>();
        for (int column = 0; column < margins.size(); column++) {
            trees.addAll(margins.get(column).quantized(column, BeatModelDesign.MARGINS, BeatModelDesign.UNITS_PER_NAT));
        }
        forest = ForestModel.of(Feature.COUNT, BeatModelDesign.MARGINS, trees);
    }

    /**
     * Learns from some patients.
     *
     * @param learns whether a patient is one of them
     */
    static BeatModel train(EcgMaterial material, Predicate<Integer> learns, long seed) {
        List<BoostedMargin> margins = new ArrayList<>();
        List<List<Row>> rows = List.of(
                ventricular(material, learns), supraventricular(material, learns), majority(material, learns, seed));
        for (int column = 0; column < rows.size(); column++) {
            margins.add(BoostedMargin.train(BeatModelDesign.PLANS.get(column), rows.get(column), seed));
        }
        return new BeatModel(margins);
    }

    private static List<Described> of(List<DescribedBeats> records, Predicate<Integer> learns) {
        return records.stream()
                .filter(record -> learns.test(record.patient()))
                .flatMap(record -> record.beats().stream())
                .toList();
    }

    private static boolean isAtrial(Described beat) {
        return beat.is(BeatClass.N) || beat.is(BeatClass.S);
    }

    /** Weighs the rarer side by the square root of its rarity. */
    private static double weight(List<Described> beats, Predicate<Described> positive, Predicate<Described> negative) {
        long rare = beats.stream().filter(positive).count();
        long frequent = beats.stream().filter(negative).count();
        return rare == 0 ? 1 : Math.sqrt((double) frequent / rare);
    }

    /** Fusion beats are left out: EC57 counts nobody's V among them as false, and learnt as not V they cost the V that look like them. */
    private static List<Row> ventricular(EcgMaterial material, Predicate<Integer> learns) {
        List<Described> beats = of(material.records(), learns);
        double weight = weight(beats, beat -> beat.is(BeatClass.V), BeatModel::isAtrial);
        List<Row> rows = new ArrayList<>();
        add(rows, beats, weight, 1);
        for (List<DescribedBeats> others : List.of(material.noisy(), material.inverted(), material.otherLead())) {
            add(rows, of(others, learns), OTHER_VENTRICULAR_WEIGHT, OTHER_WEIGHT);
        }
        return rows;
    }

    private static void add(List<Row> rows, List<Described> beats, double ventricular, double others) {
        for (Described beat : beats) {
            if (beat.is(BeatClass.V)) {
                rows.add(new Row(beat.features(), true, ventricular));
            } else if (isAtrial(beat)) {
                rows.add(new Row(beat.features(), false, others));
            }
        }
    }

    private static List<Row> supraventricular(EcgMaterial material, Predicate<Integer> learns) {
        List<Described> beats = of(material.records(), learns);
        double weight = weight(beats, beat -> beat.is(BeatClass.S), beat -> beat.is(BeatClass.N));
        List<Row> rows = new ArrayList<>();
        addAtrial(rows, beats, weight, 1);
        addAtrial(rows, of(material.otherLead(), learns), OTHER_WEIGHT * weight, OTHER_WEIGHT);
        return rows;
    }

    private static void addAtrial(List<Row> rows, List<Described> beats, double early, double normal) {
        for (Described beat : beats) {
            if (isAtrial(beat)) {
                boolean isEarly = beat.is(BeatClass.S);
                rows.add(new Row(beat.features(), isEarly, isEarly ? early : normal));
            }
        }
    }

    /** Few of the many normal beats, all early ones, and the stress records. */
    private static List<Row> majority(EcgMaterial material, Predicate<Integer> learns, long seed) {
        Random random = new Random(seed);
        List<Described> beats = of(material.records(), learns);
        double weight = NORMAL_SHARE * weight(beats, beat -> beat.is(BeatClass.S), beat -> beat.is(BeatClass.N));
        List<Row> rows = new ArrayList<>();
        addFewNormal(rows, beats, weight, 1, random);
        for (DescribedBeats record : material.stress()) {
            double share = record.patient() == NO_STRESS || !learns.test(record.patient()) ? 0 : share(record.kind());
            for (Described beat : record.beats()) {
                if (share > 0 && isAtrial(beat) && random.nextDouble() < share) {
                    rows.add(new Row(beat.features(), beat.is(BeatClass.S), STRESS_WEIGHT * weight));
                }
            }
        }
        List<Described> otherLead = of(material.otherLead(), learns);
        addFewNormal(rows, otherLead, OTHER_LEAD_OF_MAJORITY * weight, OTHER_LEAD_OF_MAJORITY, random);
        return rows;
    }

    private static void addFewNormal(
            List<Row> rows, List<Described> beats, double early, double normal, Random random) {
        for (Described beat : beats) {
            if (beat.is(BeatClass.S)) {
                rows.add(new Row(beat.features(), true, early));
            } else if (beat.is(BeatClass.N) && random.nextDouble() < NORMAL_SHARE) {
                rows.add(new Row(beat.features(), false, normal));
            }
        }
    }

    /** How many of the beats of a kind of stress record are learnt from; of some kinds none, which only judge. */
    private static double share(String kind) {
        if (kind.startsWith(StressRecords.SLOW)) {
            return 0;
        }
        return switch (kind) {
            case StressRecords.NATURAL, RhythmStress.FLUTTER -> 0;
            case RhythmStress.SICK_SINUS, StressRecords.MADE + RhythmStress.SICK_SINUS -> 0.12;
            case RhythmStress.BLOCK -> 0.15;
            case RhythmStress.FIBRILLATION -> 0.4;
            default -> 0.2;
        };
    }

    ForestModel forest() {
        return forest;
    }

    /** The margins in the node's units but not rounded. */
    double[] exact(short[] features) {
        double[] exact = new double[margins.size()];
        for (int column = 0; column < exact.length; column++) {
            exact[column] = margins.get(column).margin(features) * BeatModelDesign.UNITS_PER_NAT;
        }
        return exact;
    }
}
