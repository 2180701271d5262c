package io.milliwatt.runtime.soil;

import io.milliwatt.dsp.fixedpoint.Saturation;
import io.milliwatt.dsp.fixedpoint.recipe.ReadingStep;
import io.milliwatt.dsp.fixedpoint.recipe.Recipe;
import io.milliwatt.dsp.fixedpoint.soil.SoilFeature;
import io.milliwatt.dsp.fixedpoint.soil.SoilQualityRule;
import io.milliwatt.runtime.bundle.Bundle;
import io.milliwatt.runtime.decision.SoilRule;
import io.milliwatt.runtime.decision.VerdictRule;
import io.milliwatt.runtime.model.Model;
import java.util.List;
import java.util.stream.IntStream;

/** The model of a soil bundle: from a depth's inputs to changes of its water content. Immutable. */
public final class SoilForecaster {

    private final Model model;
    private final SoilRule rule;
    private final SoilQualityRule quality;
    private final int qualityMask;

    /**
     * @param bundle whose decision rule is 4
     * @throws IllegalArgumentException if recipe, model and rule do not belong together
     */
    public SoilForecaster(Bundle bundle) {
        if (!(bundle.decision().rule() instanceof VerdictRule.Soil soil)) {
            throw new IllegalArgumentException(
                    "This bundle does not forecast soil water; give one whose decision rule is 4.");
        }
        Recipe recipe = Recipe.parse(bundle.recipe().bytes());
        if (!(recipe.steps().getFirst() instanceof ReadingStep.SoilDays days)) {
            throw new IllegalArgumentException("The bundle's recipe does not begin with soil days (operation 31).");
        }
        model = bundle.model().model();
        if (model.inputs() != SoilFeature.COUNT || model.classes() != SoilRule.HORIZONS.size()) {
            throw new IllegalArgumentException("A soil model turns " + SoilFeature.COUNT + " inputs into 3 scores, not "
                    + model.inputs() + " into " + model.classes() + ".");
        }
        rule = soil.rule();
        quality = days.quality();
        qualityMask = bundle.decision().qualityMask();
    }

    /** Change of water content after 1, 3 and 7 days, 0.01 % by volume. */
    public List<Integer> changes(short[] features) {
        short[] scores = model.score(features);
        return IntStream.range(0, scores.length)
                .map(i -> Saturation.toInt16(Saturation.roundingShift(
                        (long) scores[i] * rule.multipliers().get(i), rule.shift())))
                .boxed()
                .toList();
    }

    public SoilRule rule() {
        return rule;
    }

    public SoilQualityRule quality() {
        return quality;
    }

    /** A reading with one of these flags takes no part in a day. */
    public int qualityMask() {
        return qualityMask;
    }
}
