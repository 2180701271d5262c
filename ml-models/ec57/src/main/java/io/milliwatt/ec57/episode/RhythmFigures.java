package io.milliwatt.ec57.episode;

import io.milliwatt.ec57.Proportion;
import java.util.Collection;

/**
 * How often the rhythm was told rightly, counted in one unit: in samples of time, or in beats of the reference.
 *
 * @param unknown what the analysis itself could not tell; it is in none of the other counts
 */
public record RhythmFigures(
        long truePositive, long falsePositive, long falseNegative, long trueNegative, long unknown) {

    public static RhythmFigures total(Collection<RhythmFigures> figures) {
        return figures.stream()
                .reduce(
                        new RhythmFigures(0, 0, 0, 0, 0),
                        (sum, one) -> new RhythmFigures(
                                sum.truePositive + one.truePositive,
                                sum.falsePositive + one.falsePositive,
                                sum.falseNegative + one.falseNegative,
                                sum.trueNegative + one.trueNegative,
                                sum.unknown + one.unknown));
    }

    public Proportion sensitivity() {
        return new Proportion(truePositive, truePositive + falseNegative);
    }

    public Proportion specificity() {
        return new Proportion(trueNegative, trueNegative + falsePositive);
    }

    public Proportion positivePredictivity() {
        return new Proportion(truePositive, truePositive + falsePositive);
    }

    public Proportion accuracy() {
        long right = truePositive + trueNegative;
        return new Proportion(right, right + falsePositive + falseNegative);
    }
}
