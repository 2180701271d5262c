package io.milliwatt.training.soil.forecast;

import io.milliwatt.dsp.fixedpoint.recipe.Output;
import io.milliwatt.dsp.fixedpoint.recipe.ReadingStep;
import io.milliwatt.dsp.fixedpoint.recipe.Recipe;
import io.milliwatt.dsp.fixedpoint.recipe.SampleClock;
import io.milliwatt.dsp.fixedpoint.recipe.SampleUnit;
import io.milliwatt.dsp.fixedpoint.soil.SoilFeature;
import io.milliwatt.dsp.fixedpoint.soil.SoilQualityRule;
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
import io.milliwatt.runtime.model.RecipeArray;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** Puts the soil bundle together: recipe 3, network, decision rule 4, self-test vectors. */
final class ForecastBundle {

    static final long MODEL_ID = 3;
    static final long MODEL_VERSION = 2;

    private static final int RECIPE_ID = 3;
    private static final int RECIPE_VERSION = 1;
    private static final int PERIOD_MILLIS = 900_000;
    private static final int READINGS_PER_DAY = 96;
    private static final int SOIL_STEP = 1;

    private ForecastBundle() {}

    /** Readings every quarter of an hour, days. */
    static Recipe recipe() {
        return new Recipe(
                RECIPE_ID,
                RECIPE_VERSION,
                SampleUnit.SEVERAL,
                0,
                SampleClock.ofPeriodMillis(PERIOD_MILLIS),
                READINGS_PER_DAY,
                List.of(new ReadingStep.SoilDays(SoilQualityRule.defaults())),
                List.of(
                        new Output("changeIn1Day", "%", 100, SOIL_STEP, 0, false, 1, 0),
                        new Output("changeIn3Days", "%", 100, SOIL_STEP, 1, false, 1, 0),
                        new Output("changeIn7Days", "%", 100, SOIL_STEP, 2, false, 1, 0),
                        new Output("daysToRefill", "d", 10, SOIL_STEP, 3, false, 1, 0)));
    }

    static byte[] of(ForecastModel model, List<SoilRule.Spread> spreads, List<DepthSample> samples) {
        NetworkModel network = (NetworkModel) model.quantized().model();
        Recipe recipe = recipe();
        BundleIdentity identity = new BundleIdentity(
                RECIPE_ID,
                RECIPE_VERSION,
                MODEL_ID,
                MODEL_VERSION,
                0,
                recipe.stateBytes(),
                network.network().scratchBytes());
        return new BundleWriter(
                        identity,
                        new ModelSection(model.quantized().scale(), new RecipeArray(SOIL_STEP, 0), network),
                        new RecipeSection(recipe.toBytes()),
                        List.of(new Label(0, "1 day"), new Label(0, "3 days"), new Label(0, "7 days")),
                        new Decision(
                                new VerdictRule.Soil(model.rule(spreads)),
                                new Voting(1, 1, 0),
                                ForecastRule.QUALITY_MASK,
                                0,
                                List.of(0, 0, 0, 0, 0)),
                        vectors(network, samples))
                .unsigned();
    }

    /** A wet day with its rain known, a dry one without, and both ends of the numbers. */
    private static List<SelfTestVector> vectors(NetworkModel network, List<DepthSample> samples) {
        List<short[]> inputs = new ArrayList<>();
        samples.stream()
                .filter(each -> each.isKnown(2) && each.isWet(0))
                .skip(samples.size() / 20)
                .findFirst()
                .ifPresent(each -> inputs.add(each.inputs(Rain.KNOWN)));
        samples.stream()
                .filter(each -> each.isKnown(2) && !each.isWet(2))
                .skip(samples.size() / 20)
                .findFirst()
                .ifPresent(each -> inputs.add(each.inputs(Rain.UNKNOWN)));
        for (short extreme : new short[] {Short.MIN_VALUE, Short.MAX_VALUE}) {
            short[] all = new short[SoilFeature.COUNT];
            Arrays.fill(all, extreme);
            inputs.add(all);
        }
        return inputs.stream()
                .map(each -> new SelfTestVector(each, network.score(each)))
                .toList();
    }
}
