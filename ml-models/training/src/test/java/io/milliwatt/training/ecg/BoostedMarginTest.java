package io.milliwatt.training.ecg;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.milliwatt.dsp.fixedpoint.heart.Feature;
import io.milliwatt.runtime.model.ForestModel;
import io.milliwatt.training.ecg.BoostedMargin.Plan;
import io.milliwatt.training.ecg.BoostedMargin.Row;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class BoostedMarginTest {

    private static final Plan PLAN =
            new Plan(List.of(Feature.NOISE, Feature.QRS_CORRELATION, Feature.EARLINESS), 20, 3, 0.3);

    /** Positive where the correlation is below 5 and the beat comes early; other features are noise. */
    private static List<Row> rows(long seed) {
        Random random = new Random(seed);
        List<Row> rows = new ArrayList<>();
        for (int i = 0; i < 2_000; i++) {
            short[] features = new short[Feature.COUNT];
            for (int k = 0; k < features.length; k++) {
                features[k] = (short) random.nextInt(-10, 11);
            }
            boolean positive =
                    features[Feature.QRS_CORRELATION.ordinal()] < 5 && features[Feature.EARLINESS.ordinal()] > 0;
            rows.add(new Row(features, positive, 1));
        }
        return rows;
    }

    @Test
    void treesGoTheSameWayForWholeNumbersAsXgboostDoes() {
        BoostedMargin margin = BoostedMargin.train(PLAN, rows(1), 1);
        for (Row row : rows(2)) {
            assertThat(margin.margin(row.features()) > 0).isEqualTo(row.positive());
        }
    }

    @Test
    void theNodesForestGivesTheMarginRoundedLeafByLeaf() {
        BoostedMargin margin = BoostedMargin.train(PLAN, rows(1), 1);
        ForestModel forest = ForestModel.of(Feature.COUNT, 3, margin.quantized(1, 3, 64));
        for (Row row : rows(3)) {
            short[] scores = forest.score(row.features());
            assertThat((double) scores[1]).isCloseTo(64 * margin.margin(row.features()), within(PLAN.rounds() / 2.0));
            assertThat(scores[0]).isZero();
            assertThat(scores[2]).isZero();
        }
    }

    @Test
    void theSameRowsAndSeedGiveTheSameTrees() {
        assertThat(BoostedMargin.train(PLAN, rows(1), 7).quantized(0, 3, 64))
                .isEqualTo(BoostedMargin.train(PLAN, rows(1), 7).quantized(0, 3, 64));
    }
}
