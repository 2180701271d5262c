package io.milliwatt.training.vibration;

import io.milliwatt.training.evaluation.Baseline;

/** Rules that read the line scores without any training. */
final class LineRules {
    private LineRules() {}

    /** The class whose lines stand highest above their surroundings. */
    static Baseline largestLine(int inner, int ball, int outer) {
        return new Baseline(
                "largest line",
                "no training: the class whose joint lines stand highest over their floor",
                training -> window -> {
                    int highest = Math.max(window.value(inner), Math.max(window.value(ball), window.value(outer)));
                    if (highest == window.value(inner)) {
                        return VibrationClass.INNER_RACE.index();
                    }
                    return highest == window.value(outer)
                            ? VibrationClass.OUTER_RACE.index()
                            : VibrationClass.ROLLING_ELEMENT.index();
                });
    }

    /** The larger race line if it reaches the decision's threshold, else the rolling element. */
    static Baseline largestRaceLine(int inner, int outer, int threshold, double thresholdDecades) {
        return new Baseline(
                "largest race line",
                "no training: the larger of the two race lines, or the rolling element where neither reaches "
                        + thresholdDecades + " decades",
                training -> window -> {
                    if (Math.max(window.value(inner), window.value(outer)) < threshold) {
                        return VibrationClass.ROLLING_ELEMENT.index();
                    }
                    return window.value(inner) >= window.value(outer)
                            ? VibrationClass.INNER_RACE.index()
                            : VibrationClass.OUTER_RACE.index();
                });
    }
}
