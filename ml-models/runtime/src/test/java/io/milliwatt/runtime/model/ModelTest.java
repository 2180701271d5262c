package io.milliwatt.runtime.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.milliwatt.runtime.model.TreeNode.Leaf;
import io.milliwatt.runtime.model.TreeNode.Split;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class ModelTest {

    private static short[] shorts(int... values) {
        short[] out = new short[values.length];
        for (int index = 0; index < values.length; index++) {
            out[index] = (short) values[index];
        }
        return out;
    }

    @Test
    void aSplitGoesLeftWhenTheInputEqualsTheThreshold() {
        Model forest = ForestModel.of(1, 2, List.of(new Split(0, 10, Leaf.of(1, 0), Leaf.of(0, 1))));
        assertThat(forest.score(shorts(10))).containsExactly(1, 0);
        assertThat(forest.score(shorts(11))).containsExactly(0, 1);
        assertThat(forest.score(shorts(-32768))).containsExactly(1, 0);
    }

    @Test
    void aForestAddsItsTreesAndSharesEqualLeaves() {
        TreeNode stump = new Split(1, 0, Leaf.of(-128, 127), Leaf.of(5, 5));
        TreeNode deep = new Split(0, -5, new Split(1, 7, Leaf.of(1, 2), Leaf.of(3, 4)), Leaf.of(5, 5));
        ForestModel forest = ForestModel.of(2, 2, List.of(stump, deep, Leaf.of(10, 0)));
        assertThat(forest.score(shorts(-5, 8))).containsExactly(5 + 3 + 10, 5 + 4);
        assertThat(forest.score(shorts(-5, 0))).containsExactly(-128 + 1 + 10, 127 + 2);
        assertThat(forest.rows()).isEqualTo(5);
        assertThat(forest.nodes()).isEqualTo(3);
        assertThat(forest.operations()).isEqualTo(3 * 2);
    }

    @Test
    void theFlatTableWalksLikeTheTreesItWasMadeFrom() {
        Random random = new Random(20261101);
        List<TreeNode> trees = new ArrayList<>();
        for (int tree = 0; tree < 20; tree++) {
            trees.add(RandomModels.tree(random, 6, 3, 9));
        }
        ForestModel forest = ForestModel.of(6, 3, trees);
        for (int trial = 0; trial < 5000; trial++) {
            short[] inputs = RandomModels.inputs(random, 6);
            int[] sums = new int[3];
            for (TreeNode tree : trees) {
                TreeNode at = tree;
                while (at instanceof Split split) {
                    at = inputs[split.input()] <= split.threshold() ? split.left() : split.right();
                }
                List<Byte> leaf = ((Leaf) at).scores();
                IntStream.range(0, 3).forEach(index -> sums[index] += leaf.get(index));
            }
            assertThat(forest.score(inputs)).containsExactly(sums[0], sums[1], sums[2]);
        }
    }

    @Test
    void aForestWithTooManyDifferentLeavesSaysWhatToDo() {
        Random random = new Random(3);
        List<TreeNode> trees = new ArrayList<>();
        for (int tree = 0; tree < 40; tree++) {
            trees.add(RandomModels.fullTree(random, 4, 4, 8));
        }
        assertThatThrownBy(() -> ForestModel.of(4, 4, trees))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("round its leaf scores more coarsely");
    }

    @Test
    void aLinearScoreRoundsHalfUpAndSaturates() {
        Model linear = new LinearModel(1, 1, new int[] {0, 1}, new short[][] {{1, 1}, {-1, 127}});
        assertThat(linear.score(shorts(1, 2))).containsExactly(2, (1 - 1 + 254 + 1) >> 1);
        assertThat(linear.score(shorts(-1, -2))).containsExactly(-1, (1 + 1 - 254 + 1) >> 1);
        assertThat(linear.score(shorts(32767, 32767))).containsExactly(32767, 32767);
        assertThat(linear.score(shorts(32767, -32768))).containsExactly(0, -32768);
    }

    @Test
    void aWeightThatNeedsTwoBytesIsRefusedInOne() {
        assertThatThrownBy(() -> new LinearModel(1, 0, new int[2], new short[][] {{1}, {200}}))
                .hasMessageContaining("two-byte weights");
    }

    @Test
    void aCentroidScoreIsTheNegativeScaledSquaredDistance() {
        Model centroid = new CentroidModel(8, 2, new int[] {256, 512}, new short[][] {{0, 0}, {100, -50}});
        assertThat(centroid.score(shorts(10, 3))).containsExactly(-(100 + 36) >> 2, -(8100 + 11236) / 4);
        assertThat(centroid.score(shorts(100, -50))[1]).isZero();
    }

    @Test
    void theFarthestPossiblePointSaturatesInsteadOfWrapping() {
        Model far = new CentroidModel(0, 0, new int[] {65535, 65535}, new short[][] {{-32768, -32768}, {32767, 0}});
        assertThat(far.score(shorts(32767, 32767))).containsExactly(-32767, -32767);
    }

    @Test
    void theLowestOfEqualClassesWins() {
        assertThat(Model.winner(shorts(3, 7, 7))).isEqualTo(1);
    }

    @Test
    void theInputMapPicksRoundsAndSaturates() {
        InputMap map =
                new InputMap(List.of(new InputMap.Source(2, 0), new InputMap.Source(0, 4), new InputMap.Source(1, 31)));
        assertThat(map.apply(new int[] {24, Integer.MAX_VALUE, 70_000})).containsExactly(32767, 2, 1);
        assertThat(map.apply(new int[] {-24, Integer.MIN_VALUE, -70_000})).containsExactly(-32768, -1, -1);
        assertThatThrownBy(() -> map.apply(new int[2])).hasMessageContaining("recipe value 2");
    }

    @Test
    void probabilitiesFollowTheExponentialOfTheScores() {
        double unitsPerNat = 200;
        ProbabilityScale scale = ProbabilityScale.ofScoreUnitsPerNat(unitsPerNat);
        short[] scores = shorts(-300, 0, -90);
        double sum = Math.exp(-300 / unitsPerNat) + 1 + Math.exp(-90 / unitsPerNat);
        int[] found = scale.probabilities(scores);
        for (int index = 0; index < 3; index++) {
            // Steps of a sixteenth octave are 4.4 % of a weight, at most 5 of 255 in a probability.
            assertThat((double) found[index])
                    .isCloseTo(
                            255 * Math.exp(scores[index] / unitsPerNat) / sum,
                            org.assertj.core.data.Offset.offset(5.0));
        }
        assertThat(new ProbabilityScale(0).probabilities(scores)).containsExactly(85, 85, 85);
        assertThat(new ProbabilityScale(65535).probabilities(shorts(-32768, 32767)))
                .containsExactly(0, 255);
    }
}
