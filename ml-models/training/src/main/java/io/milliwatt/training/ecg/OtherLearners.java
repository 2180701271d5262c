package io.milliwatt.training.ecg;

import io.milliwatt.datasets.ecg.BeatClass;
import io.milliwatt.dsp.fixedpoint.heart.Feature;
import io.milliwatt.runtime.decision.BeatRule;
import io.milliwatt.runtime.model.Model;
import io.milliwatt.training.ecg.DescribedBeats.Described;
import io.milliwatt.training.example.InputSelection;
import io.milliwatt.training.example.LabelledWindow;
import io.milliwatt.training.example.TribuoDataset;
import io.milliwatt.training.learner.ForestLearner;
import io.milliwatt.training.learner.Learner;
import io.milliwatt.training.learner.NetworkLearner;
import io.milliwatt.training.network.TrainingPlan;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import java.util.stream.IntStream;

/**
 * What the boosted margins are compared with: a random forest and an int8 network that tell N, S and V from all features at once,
 * as the node would run them, on the same folds. Of the normal beats every tenth is learnt from, which weighs the classes as the
 * square root of their rarity would.
 */
record OtherLearners(String name, Learner learner) {

    private static final int NORMAL_EVERY = 10;
    private static final List<BeatClass> CLASSES = List.of(BeatClass.N, BeatClass.S, BeatClass.V);

    private static final InputSelection INPUTS = new InputSelection(
            "all features", IntStream.range(0, Feature.SHAPE.ordinal()).boxed().toList());

    static List<OtherLearners> all(long seed) {
        return List.of(
                new OtherLearners("random forest", new ForestLearner(16, 8, 0.3, seed)),
                new OtherLearners(
                        "int8 network", new NetworkLearner(List.of(32), new TrainingPlan(6, 64, 0.003, seed))));
    }

    Model train(EcgMaterial material, Predicate<Integer> learns) {
        List<LabelledWindow> windows = new ArrayList<>();
        int normal = 0;
        for (DescribedBeats record : material.records()) {
            if (!learns.test(record.patient())) {
                continue;
            }
            for (Described beat : record.beats()) {
                int label = beat.truth().map(CLASSES::indexOf).orElse(-1);
                normal += label == 0 ? 1 : 0;
                if (label > 0 || (label == 0 && normal % NORMAL_EVERY == 0)) {
                    windows.add(window(record.patient(), label, beat));
                }
            }
        }
        return learner.train(TribuoDataset.of(windows, INPUTS), CLASSES.size()).quantize();
    }

    private static LabelledWindow window(int patient, int label, Described beat) {
        int[] values = IntStream.range(0, beat.features().length)
                .map(i -> beat.features()[i])
                .toArray();
        double[] real = IntStream.of(values).asDoubleStream().toArray();
        return new LabelledWindow("" + patient, "" + patient, "" + patient, label, values, real);
    }

    /** The winning class; no S in fibrillation, as for the margins. */
    static BeatJudge judge(Model model, BeatRule rule) {
        return record -> record.beats().stream()
                .mapToInt(beat -> {
                    short[] inputs = java.util.Arrays.copyOf(beat.features(), model.inputs());
                    int winner = Model.winner(model.score(inputs));
                    boolean held = beat.features()[rule.inputs().fibrillation()] > rule.fibrillation()
                            && beat.features()[rule.inputs().alternatingFibrillation()] > rule.fibrillation();
                    return winner == 1 && held ? 1 : CLASSES.get(winner).number();
                })
                .toArray();
    }
}
