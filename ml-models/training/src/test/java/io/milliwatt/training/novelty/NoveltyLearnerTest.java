package io.milliwatt.training.novelty;

import static org.assertj.core.api.Assertions.assertThat;

import io.milliwatt.dsp.fixedpoint.recipe.Recipe;
import io.milliwatt.runtime.bundle.Bundle;
import io.milliwatt.runtime.bundle.RecipeSection;
import io.milliwatt.runtime.model.InputMap;
import io.milliwatt.runtime.model.Model;
import io.milliwatt.training.example.LabelledWindow;
import io.milliwatt.training.export.NodeRecipe;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;

class NoveltyLearnerTest {

    private static final short[] HALF_WAY = {550, 285};

    /** A machine that idles or works. */
    private static List<short[]> windows() {
        Random random = new Random(4);
        List<short[]> windows = new ArrayList<>();
        for (int window = 0; window < 200; window++) {
            boolean works = random.nextBoolean();
            windows.add(new short[] {
                (short) ((works ? 1000 : 100) + 10 * random.nextGaussian()),
                (short) ((works ? 260 : 310) + 15 * random.nextGaussian())
            });
        }
        return windows;
    }

    private static int verdict(Model model, short[] window) {
        return Model.winner(model.score(window));
    }

    @Test
    void kMeansKnowsBothWaysOfRunningAndAGaussianOnlyWhatLiesAroundThem() {
        Model kMeans = new KMeansLearner(2, 1, 1.5).train(windows());
        Model gaussian = new GaussianLearner(1.5).train(windows());
        for (short[] window : windows()) {
            assertThat(verdict(kMeans, window)).isZero();
            assertThat(verdict(gaussian, window)).isZero();
        }
        assertThat(verdict(kMeans, HALF_WAY)).isEqualTo(1);
        assertThat(verdict(gaussian, HALF_WAY)).isZero();
        assertThat(verdict(gaussian, new short[] {4000, 300})).isEqualTo(1);
    }

    @Test
    void trainingTwiceGivesTheSameBundleAndANodeCouldLearnItAnew() {
        Recipe recipe = TenthSecondRecipe.at(12_000);
        NodeRecipe nodeRecipe = new NodeRecipe(
                recipe.id(), recipe.version(), new RecipeSection(recipe.toBytes()), List.of(), recipe.stateBytes());
        List<LabelledWindow> labelled = windows().stream()
                .map(window -> new LabelledWindow(
                        "", "", "", 0, new int[] {window[0], window[1]}, new double[] {window[0], window[1]}))
                .toList();
        byte[][] files = new byte[2][];
        for (int run = 0; run < 2; run++) {
            files[run] = NoveltyBundle.write(
                    nodeRecipe,
                    new KMeansLearner(2, 1, 1.5).train(windows()),
                    InputMap.identity(2),
                    Optional.of(NoveltyBundle.learning(2, 2)),
                    9,
                    labelled);
        }
        assertThat(files[0]).isEqualTo(files[1]);
        Bundle bundle = Bundle.parse(files[0]);
        assertThat(bundle.beginLearning()).isPresent();
        assertThat(bundle.identity().ramBytes()).isGreaterThan(recipe.stateBytes());
        assertThat(bundle.judge(new int[] {1000, 260}, 0).orElseThrow().verdict())
                .isZero();
        assertThat(bundle.judge(new int[] {550, 285}, 0).orElseThrow().verdict())
                .isEqualTo(1);
        assertThat(bundle.judge(new int[] {550, 285}, 1 << 4)).isEmpty();
    }
}
