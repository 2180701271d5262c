package io.milliwatt.training.evaluation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.milliwatt.training.evaluation.CrossValidation.HeldOutScores;
import java.util.List;
import org.junit.jupiter.api.Test;

class RankingAreaTest {
    @Test
    void isThatOfScikitLearn() {
        // leads of class 0 over class 1: truths [0,0,0,1,1], leads [3,1,-2,1,-4]:
        // roc_auc_score([1,1,1,0,0], [3,1,-2,1,-4]) = 0.75, and of class 1 likewise, since leads are mirrored.
        List<HeldOutScores> windows = List.of(window(0, 3), window(0, 1), window(0, -2), window(1, 1), window(1, -4));
        assertThat(RankingArea.macro(windows, 2)).isCloseTo(0.75, within(1e-12));
    }

    @Test
    void scoresThatSayNothingGiveOneHalf() {
        assertThat(RankingArea.macro(List.of(window(0, 0), window(1, 0), window(1, 0)), 2))
                .isEqualTo(0.5);
    }

    private static HeldOutScores window(int label, int lead) {
        return new HeldOutScores(label, List.of((short) lead, (short) 0));
    }
}
