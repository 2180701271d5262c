package io.milliwatt.training.ecg;

import io.milliwatt.datasets.ecg.BeatClass;
import io.milliwatt.training.ecg.DescribedBeats.Described;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * A confusion matrix of beats after EC57: rows by reference class N, S, V, F, Q and "no beat", columns by what was told; reference
 * beats that were not found stand by themselves. Detections in ventricular flutter are left out, as WFDB's bxb leaves them.
 */
final class BeatCounts {

    private static final int CLASSES = BeatClass.values().length;
    private static final int NO_BEAT = CLASSES;

    private final int[][] told = new int[CLASSES + 1][CLASSES];
    private final int[] missed = new int[CLASSES];

    /** @param classes 1 … 5 as the node tells them, one per beat of the record */
    void add(DescribedBeats record, int[] classes) {
        for (int i = 0; i < classes.length; i++) {
            Described beat = record.beats().get(i);
            if (!beat.inFlutter()) {
                told[beat.truth().map(BeatClass::ordinal).orElse(NO_BEAT)][classes[i] - 1]++;
            }
        }
        for (Map.Entry<BeatClass, Integer> each : record.missed().entrySet()) {
            missed[each.getKey().ordinal()] += each.getValue();
        }
    }

    static BeatCounts of(DescribedBeats record, int[] classes) {
        BeatCounts counts = new BeatCounts();
        counts.add(record, classes);
        return counts;
    }

    int told(BeatClass truth, BeatClass wanted) {
        return told[truth.ordinal()][wanted.ordinal()];
    }

    int missed(BeatClass truth) {
        return missed[truth.ordinal()];
    }

    private int found(BeatClass truth) {
        int sum = 0;
        for (int each : told[truth.ordinal()]) {
            sum += each;
        }
        return sum;
    }

    /** Of all reference beats of the class, those not found included; per cent. */
    double sensitivity(BeatClass wanted) {
        return percent(told(wanted, wanted), found(wanted) + missed(wanted));
    }

    /** EC57: a fusion beat called V, and beats of class Q, are not counted against anything. */
    double positivePredictivity(BeatClass wanted) {
        int all = told[NO_BEAT][wanted.ordinal()];
        for (BeatClass truth : BeatClass.values()) {
            boolean leftOut = truth == BeatClass.Q || (truth == BeatClass.F && wanted == BeatClass.V);
            all += leftOut && truth != wanted ? 0 : told(truth, wanted);
        }
        return percent(told(wanted, wanted), all);
    }

    /** Right classes among all reference beats that were found; F and Q are wrong where they are not told. */
    double accuracy() {
        return percent(right(), beats());
    }

    /** The same with every beat that was not found counted as wrong. */
    double accuracyOfAll() {
        int all = beats();
        for (int each : missed) {
            all += each;
        }
        return percent(right(), all);
    }

    private int right() {
        int right = 0;
        for (BeatClass each : BeatClass.values()) {
            right += told(each, each);
        }
        return right;
    }

    int beats() {
        int beats = 0;
        for (BeatClass each : BeatClass.values()) {
            beats += found(each);
        }
        return beats;
    }

    private static double percent(int part, int whole) {
        return whole == 0 ? Double.NaN : 100.0 * part / whole;
    }

    /** N, S, V, F, Q, no beat by N, S, V, F, Q and not found. */
    List<List<Integer>> matrix() {
        List<List<Integer>> rows = new ArrayList<>();
        for (int truth = 0; truth <= CLASSES; truth++) {
            List<Integer> row = new ArrayList<>();
            for (int each : told[truth]) {
                row.add(each);
            }
            row.add(truth == NO_BEAT ? 0 : missed[truth]);
            rows.add(row);
        }
        return rows;
    }
}
