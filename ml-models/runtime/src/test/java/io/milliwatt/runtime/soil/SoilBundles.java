package io.milliwatt.runtime.soil;

import io.milliwatt.dsp.fixedpoint.recipe.Output;
import io.milliwatt.dsp.fixedpoint.recipe.ReadingStep;
import io.milliwatt.dsp.fixedpoint.recipe.Recipe;
import io.milliwatt.dsp.fixedpoint.recipe.SampleClock;
import io.milliwatt.dsp.fixedpoint.recipe.SampleUnit;
import io.milliwatt.dsp.fixedpoint.soil.SoilFeature;
import io.milliwatt.dsp.fixedpoint.soil.SoilFlag;
import io.milliwatt.dsp.fixedpoint.soil.SoilQualityRule;
import io.milliwatt.runtime.bundle.Bundle;
import io.milliwatt.runtime.bundle.BundleIdentity;
import io.milliwatt.runtime.bundle.BundleWriter;
import io.milliwatt.runtime.bundle.Label;
import io.milliwatt.runtime.bundle.RecipeSection;
import io.milliwatt.runtime.bundle.SelfTestVector;
import io.milliwatt.runtime.decision.Decision;
import io.milliwatt.runtime.decision.SoilRule;
import io.milliwatt.runtime.decision.VerdictRule;
import io.milliwatt.runtime.decision.Voting;
import io.milliwatt.runtime.model.ModelSection;
import io.milliwatt.runtime.model.NetworkModel;
import io.milliwatt.runtime.model.ProbabilityScale;
import io.milliwatt.runtime.model.RecipeArray;
import io.milliwatt.runtime.model.network.InputQuantization;
import io.milliwatt.runtime.model.network.Network;
import io.milliwatt.runtime.model.network.Rescaling;
import io.milliwatt.runtime.model.network.TensorShape;
import io.milliwatt.runtime.model.network.WeightedSums;
import io.milliwatt.runtime.model.network.WideDense;
import java.util.Collections;
import java.util.List;

/** A soil bundle whose network is plain: the soil loses the same each day, and gains the root of the rain to come. */
final class SoilBundles {

    static final SoilRule RULE = new SoilRule(
            List.of(2, 2, 2),
            1,
            128,
            256,
            10,
            100,
            10,
            24,
            Collections.nCopies(5, new SoilRule.Spread(List.of(10, 20, 30), List.of(5, 10, 15))));

    private SoilBundles() {}

    /** @param lossPerDay 0.01 % */
    static Bundle losing(int lossPerDay) {
        byte[][] rows = new byte[3][SoilFeature.COUNT];
        for (byte[] row : rows) {
            row[SoilFeature.RAIN_OF_NEXT_7_DAYS.ordinal()] = 1;
        }
        WeightedSums sums = WeightedSums.of(
                new int[] {-lossPerDay, -3 * lossPerDay, -7 * lossPerDay},
                rows,
                Rescaling.uniform(16_384, 1, 0, Short.MIN_VALUE, Short.MAX_VALUE));
        NetworkModel network = new NetworkModel(new Network(
                new TensorShape(1, SoilFeature.COUNT),
                true,
                InputQuantization.uniform(InputQuantization.Entry.nearest(1, 0)),
                List.of(new WideDense(sums))));
        Recipe recipe = new Recipe(
                3,
                1,
                SampleUnit.SEVERAL,
                0,
                SampleClock.ofPeriodMillis(900_000),
                96,
                List.of(new ReadingStep.SoilDays(SoilQualityRule.defaults())),
                List.of(new Output("change", "%", 100, 1, 0, false, 1, 0)));
        short[] zeros = new short[SoilFeature.COUNT];
        return Bundle.parse(new BundleWriter(
                        new BundleIdentity(
                                3, 1, 3, 1, 0, 1_024, network.network().scratchBytes()),
                        new ModelSection(new ProbabilityScale(1), new RecipeArray(1, 0), network),
                        new RecipeSection(recipe.toBytes()),
                        List.of(new Label(0, "1"), new Label(0, "3"), new Label(0, "7")),
                        new Decision(
                                new VerdictRule.Soil(RULE),
                                new Voting(1, 1, 0),
                                0x3FF & ~SoilFlag.GAP.bit(),
                                0,
                                List.of(0, 0, 0, 0, 0)),
                        List.of(new SelfTestVector(zeros, network.score(zeros))))
                .unsigned());
    }
}
