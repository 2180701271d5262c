package io.milliwatt.training.tree;

import static org.assertj.core.api.Assertions.assertThat;

import io.milliwatt.training.tree.ShareTree.Leaf;
import io.milliwatt.training.tree.ShareTree.Split;
import io.milliwatt.training.tree.TrainingRows.Row;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class TreeCompressionTest {
    private static final Leaf FIRST = new Leaf(List.of(1.0, 0.0));
    private static final Leaf SECOND = new Leaf(List.of(0.0, 1.0));

    /** Class 1 from 10 on, but for one stray row at 3. */
    private static TrainingRows strayRow() {
        List<Row> rows = new ArrayList<>();
        for (int value = 0; value < 20; value++) {
            rows.add(new Row(new double[] {value}, value >= 10 || value == 3 ? 1 : 0));
        }
        return new TrainingRows(rows, 2);
    }

    private static ShareTree overgrown() {
        ShareTree stray = new Split(0, 2.5, FIRST, new Split(0, 3.5, SECOND, FIRST));
        return new Split(0, 9.5, stray, SECOND);
    }

    @Test
    void aPriceOfZeroCutsOnlyWhatSavesNothing() {
        ShareTree useless = new Split(0, 15, SECOND, SECOND);
        ShareTree tree = new Split(0, 9.5, overgrownLeft(), useless);
        assertThat(new CostComplexityPruning(0).prune(tree, strayRow())).isEqualTo(overgrown());
    }

    private static ShareTree overgrownLeft() {
        return ((Split) overgrown()).left();
    }

    @Test
    void aLeafMustSaveItsPrice() {
        // The stray row costs 10 · (1 - 0.9² - 0.1²) = 1.8 in impurity and two leaves to tell apart: 0.9 of 20 rows
        // each.
        assertThat(new CostComplexityPruning(0.044)
                        .prune(overgrown(), strayRow())
                        .leaves())
                .isEqualTo(4);
        assertThat(new CostComplexityPruning(0.046).prune(overgrown(), strayRow()))
                .isEqualTo(new Split(0, 9.5, new Leaf(List.of(0.9, 0.1)), SECOND));
        assertThat(new CostComplexityPruning(1).prune(overgrown(), strayRow()))
                .isEqualTo(new Leaf(List.of(9.0 / 20, 11.0 / 20)));
    }

    @Test
    void sharingJoinsTheNearestThresholdsAndFitsTheLeavesAnew() {
        TrainingRows rows = strayRow();
        List<ShareTree> shared = new ThresholdSharing(1).share(List.of(overgrown()), rows, 1);
        // 2.5, 3.5 and 9.5 become their mean; the branches between them are empty then.
        assertThat(shared)
                .containsExactly(new Split(
                        0, 15.5 / 3, new Leaf(List.of(5.0 / 6, 1.0 / 6)), new Leaf(List.of(4.0 / 14, 10.0 / 14))));
        List<ShareTree> two = new ThresholdSharing(2).share(List.of(overgrown()), rows, 1);
        assertThat(two.getFirst().splits().map(Split::threshold).distinct()).containsExactlyInAnyOrder(9.5, 3.0);
    }

    @Test
    void noInputKeepsMoreThresholdsThanAllowedAndTheRestStay() {
        Random random = new Random(7);
        List<Row> rows = new ArrayList<>();
        for (int i = 0; i < 400; i++) {
            rows.add(new Row(new double[] {random.nextInt(1000), random.nextInt(1000)}, random.nextInt(2)));
        }
        List<ShareTree> trees = new ArrayList<>();
        for (int i = 0; i < 12; i++) {
            trees.add(grown(random, 6));
        }
        for (ShareTree tree : new ThresholdSharing(9).share(trees, new TrainingRows(rows, 2), 2)) {
            assertThat(tree.leaves()).isGreaterThan(1);
        }
        for (int input = 0; input < 2; input++) {
            int wanted = input;
            assertThat(new ThresholdSharing(9)
                            .share(trees, new TrainingRows(rows, 2), 2).stream()
                                    .flatMap(ShareTree::splits)
                                    .filter(split -> split.input() == wanted)
                                    .map(Split::threshold)
                                    .distinct()
                                    .count())
                    .isBetween(2L, 9L);
        }
    }

    private static ShareTree grown(Random random, int depth) {
        return depth == 0
                ? random.nextBoolean() ? FIRST : SECOND
                : new Split(
                        random.nextInt(2), random.nextInt(1000), grown(random, depth - 1), grown(random, depth - 1));
    }
}
