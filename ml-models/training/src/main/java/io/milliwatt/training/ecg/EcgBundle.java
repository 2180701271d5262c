package io.milliwatt.training.ecg;

import io.milliwatt.datasets.ecg.BeatClass;
import io.milliwatt.dsp.fixedpoint.QrsDesign;
import io.milliwatt.dsp.fixedpoint.heart.Feature;
import io.milliwatt.dsp.fixedpoint.recipe.Output;
import io.milliwatt.dsp.fixedpoint.recipe.ReadingStep;
import io.milliwatt.dsp.fixedpoint.recipe.Recipe;
import io.milliwatt.dsp.fixedpoint.recipe.SampleUnit;
import io.milliwatt.runtime.bundle.BundleIdentity;
import io.milliwatt.runtime.bundle.BundleWriter;
import io.milliwatt.runtime.bundle.Label;
import io.milliwatt.runtime.bundle.RecipeSection;
import io.milliwatt.runtime.bundle.SelfTestVector;
import io.milliwatt.runtime.decision.Decision;
import io.milliwatt.runtime.decision.VerdictRule;
import io.milliwatt.runtime.decision.Voting;
import io.milliwatt.runtime.model.ForestModel;
import io.milliwatt.runtime.model.ModelSection;
import io.milliwatt.runtime.model.ProbabilityScale;
import io.milliwatt.runtime.model.RecipeArray;
import io.milliwatt.training.ecg.DescribedBeats.Described;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** Puts the beat classifier's bundle together: recipe 2, forest, decision rule 3, self-test vectors. */
final class EcgBundle {

    static final ProbabilityScale SCALE = ProbabilityScale.ofScoreUnitsPerNat(BeatModelDesign.UNITS_PER_NAT);

    private static final int RECIPE_ID = 2;
    private static final int RECIPE_VERSION = 1;
    private static final long MODEL_ID = 2;
    private static final long MODEL_VERSION = 3;
    private static final int QRS = 1;
    private static final int BEATS = 2;

    /** Of the decision: eight means and counts, 49 intervals, margins and flags, rounded up. */
    private static final int DECISION_STATE_BYTES = 320;

    private static final int VECTORS_PER_CLASS = 2;

    private EcgBundle() {}

    /** QRS complexes and described beats at 360 Hz; one window is a second. */
    static Recipe recipe() {
        int rate = HeartRecord.RATE_HZ;
        return new Recipe(
                RECIPE_ID,
                RECIPE_VERSION,
                SampleUnit.MILLIVOLT,
                0,
                1_000 * rate,
                rate,
                List.of(new ReadingStep.Qrs(0, QrsDesign.forRate(rate)), new ReadingStep.DescribedBeats(QRS)),
                List.of(
                        new Output("beats", "", 1, QRS, 0, false, 1, 0),
                        new Output("lastInterval", "samples", 1, QRS, 2, false, 1, 0)));
    }

    static byte[] of(ForestModel forest, EcgMaterial material) {
        Recipe recipe = recipe();
        BundleIdentity identity = new BundleIdentity(
                RECIPE_ID, RECIPE_VERSION, MODEL_ID, MODEL_VERSION, 0, ramBytes(), scratchBytes(forest));
        return new BundleWriter(
                        identity,
                        new ModelSection(SCALE, new RecipeArray(BEATS, 0), forest),
                        new RecipeSection(recipe.toBytes()),
                        List.of(
                                new Label(BeatClass.V.number(), "ventricular"),
                                new Label(BeatClass.S.number(), "supraventricular"),
                                new Label(BeatClass.S.number(), "supraventricular majority")),
                        new Decision(
                                new VerdictRule.Beats(BeatModelDesign.rule()),
                                new Voting(1, 1, 0),
                                0,
                                0,
                                List.of(0, 0, 0, 0, 0)),
                        vectors(forest, material))
                .unsigned();
    }

    static long ramBytes() {
        return (long) recipe().stateBytes() + DECISION_STATE_BYTES;
    }

    private static long scratchBytes(ForestModel forest) {
        return 2L * forest.inputs() + 4L * forest.classes();
    }

    /** Beats of each class from the records, and the extremes. */
    private static List<SelfTestVector> vectors(ForestModel forest, EcgMaterial material) {
        List<short[]> inputs = new ArrayList<>();
        for (BeatClass beatClass : List.of(BeatClass.N, BeatClass.S, BeatClass.V)) {
            material.records().stream()
                    .flatMap(record -> record.beats().stream()
                            .filter(beat -> beat.is(beatClass))
                            .skip(40)
                            .limit(1))
                    .map(Described::features)
                    .limit(VECTORS_PER_CLASS)
                    .forEach(inputs::add);
        }
        for (short extreme : new short[] {Short.MIN_VALUE, 0, Short.MAX_VALUE}) {
            short[] all = new short[Feature.COUNT];
            Arrays.fill(all, extreme);
            inputs.add(all);
        }
        return inputs.stream()
                .map(each -> new SelfTestVector(each, forest.score(each)))
                .toList();
    }
}
