package io.milliwatt.models;

import static org.assertj.core.api.Assertions.assertThat;

import io.milliwatt.dsp.fixedpoint.recipe.Recipe;
import io.milliwatt.dsp.fixedpoint.recipe.Recipes;
import io.milliwatt.runtime.bundle.Bundle;
import io.milliwatt.runtime.bundle.Label;
import io.milliwatt.runtime.decision.Judgement;
import org.junit.jupiter.api.Test;

class ReleasedModelsTest {
    @Test
    void everyReleasedModelLoadsAndHoldsItsSelfTest() {
        assertThat(ReleasedModels.all()).isNotEmpty().allSatisfy(model -> {
            Bundle bundle = Bundle.parse(model.bundle());
            assertThat(bundle.identity().modelVersion()).isEqualTo(model.version());
            assertThat(model.card()).startsWith("# Model card: " + model.domain());
            assertThat(model.cardPage()).startsWith("<!doctype html>");
            assertThat(model.evaluation()).contains("\"domain\" : \"" + model.domain() + "\"");
        });
        assertThat(ReleasedModels.newest("astrology")).isEmpty();
    }

    @Test
    void theVibrationModelRunsOnTheReleasedRecipe() {
        Bundle bundle = newestVibration();
        Recipe recipe = Recipes.vibration();
        assertThat(bundle.recipe().bytes()).isEqualTo(recipe.toBytes());
        assertThat(bundle.labels()).extracting(Label::verdict).containsExactly(2, 4, 3);
        assertThat(bundle.identity().ramBytes())
                .isGreaterThanOrEqualTo(recipe.stateBytes())
                .isLessThanOrEqualTo(16 * 1024);
    }

    /** Values in the recipe's order; without lines and anomaly the model still scores "rolling element" highest, and must not say so. */
    @Test
    void aMachineLikeItsOwnBaselineIsNeverCalledABallFault() {
        Recipe recipe = Recipes.vibration();
        int[] quiet = new int[recipe.outputs().size()];
        quiet[recipe.indexOf("lineBall")] =
                2 * recipe.outputs().get(recipe.indexOf("lineBall")).divisor();
        assertThat(newestVibration().judge(quiet, 0)).map(Judgement::verdict).contains(0);
    }

    private static Bundle newestVibration() {
        return Bundle.parse(ReleasedModels.newest("vibration").orElseThrow().bundle());
    }
}
