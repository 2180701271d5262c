package io.milliwatt.runtime.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.milliwatt.runtime.model.TreeNode.Leaf;
import io.milliwatt.runtime.model.TreeNode.Split;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class SharedForestModelTest {
    private static final int INPUTS = 16;
    private static final int CLASSES = 5;

    @Test
    void itScoresLikeThePlainForestInTwoThirdsOfTheBytes() {
        Random random = new Random(20261123);
        List<TreeNode> trees = new ArrayList<>();
        for (int tree = 0; tree < 10; tree++) {
            trees.add(RandomModels.coarse(RandomModels.tree(random, INPUTS, 2, 8)));
        }
        ForestModel plain = ForestModel.of(INPUTS, 2, trees);
        SharedForestModel shared = SharedForestModel.of(INPUTS, 2, trees);
        for (int trial = 0; trial < 20_000; trial++) {
            short[] inputs = RandomModels.inputs(random, INPUTS);
            assertThat(shared.score(inputs)).isEqualTo(plain.score(inputs));
        }
        assertThat(shared.nodes()).isEqualTo(plain.nodes());
        // Two bytes less for each node; the table of thresholds takes some of that back.
        assertThat(shared.encodedLength())
                .isCloseTo(
                        plain.encodedLength() - 2 * plain.nodes() + 2 * (shared.thresholds() + INPUTS + 1),
                        org.assertj.core.data.Offset.offset(2));
    }

    @Test
    void anInputWithTooManyThresholdsSaysWhatToDo() {
        TreeNode chain = Leaf.of(0, 1, 2, 3, 4);
        for (int threshold = 0; threshold < 65; threshold++) {
            chain = new Split(3, threshold, Leaf.of(1, 1, 1, 1, 1), chain);
        }
        List<TreeNode> trees = List.of(chain);
        assertThatThrownBy(() -> SharedForestModel.of(INPUTS, CLASSES, trees))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("65 different thresholds")
                .hasMessageContaining("share more of them");
    }

    @Test
    void aTreeOfASingleLeafNeedsNoNode() {
        SharedForestModel forest = SharedForestModel.of(2, 2, List.of(Leaf.of(3, -4), Leaf.of(1, 1)));
        assertThat(forest.score(new short[2])).containsExactly(4, -3);
        assertThat(forest.nodes()).isZero();
    }
}
