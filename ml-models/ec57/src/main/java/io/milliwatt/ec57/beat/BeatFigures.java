package io.milliwatt.ec57.beat;

import io.milliwatt.ec57.Proportion;
import java.util.Collection;
import java.util.OptionalDouble;

/**
 * What the comparison of one record's beats found, or that of several together. A false positive of ventricular ectopic beats is a beat
 * called V that is N or S, or none; calling a fusion or an unclassifiable beat V counts neither for nor against (EC57, and bxb).
 *
 * @param intervalErrors of RR intervals
 * @param positionErrors of the paired beats' places; not asked for by EC57
 * @param shutdownSeconds how long the analysis called the signal unreadable
 */
public record BeatFigures(
        ConfusionMatrix matrix, ErrorSum intervalErrors, ErrorSum positionErrors, long shutdownSeconds) {
    private static final String BEATS = "NSVFQ";
    private static final String NONE = "OX";

    /** Of all records' beats together. */
    public static BeatFigures total(Collection<BeatFigures> figures) {
        return new BeatFigures(
                ConfusionMatrix.total(figures.stream().map(BeatFigures::matrix).toList()),
                ErrorSum.total(figures.stream().map(BeatFigures::intervalErrors).toList()),
                ErrorSum.total(figures.stream().map(BeatFigures::positionErrors).toList()),
                figures.stream().mapToLong(BeatFigures::shutdownSeconds).sum());
    }

    public Proportion qrsSensitivity() {
        return new Proportion(matrix.sum(BEATS, BEATS), matrix.sum(BEATS, BEATS + NONE));
    }

    public Proportion qrsPositivePredictivity() {
        return new Proportion(matrix.sum(BEATS, BEATS), matrix.sum(BEATS + NONE, BEATS));
    }

    /** Beats of the reference that the test does not have. */
    public long missed() {
        return matrix.sum(BEATS, NONE);
    }

    /** Beats of the test that the reference does not have. */
    public long extra() {
        return matrix.sum(NONE, BEATS);
    }

    /** Missed and extra beats for each hundred beats of the reference; may exceed 100. */
    public OptionalDouble detectionErrorPercent() {
        long beats = matrix.sum(BEATS, BEATS + NONE);
        return beats == 0 ? OptionalDouble.empty() : OptionalDouble.of(100.0 * (missed() + extra()) / beats);
    }

    public Proportion ventricularSensitivity() {
        return new Proportion(matrix.sum("V", "V"), matrix.sum("V", BEATS + NONE));
    }

    public Proportion ventricularPositivePredictivity() {
        return new Proportion(matrix.sum("V", "V"), matrix.sum("V", "V") + ventricularFalsePositives());
    }

    public Proportion ventricularFalsePositiveRate() {
        long rightlyNot = matrix.sum("NSFQ" + NONE, "NSFQ");
        return new Proportion(ventricularFalsePositives(), rightlyNot + ventricularFalsePositives());
    }

    private long ventricularFalsePositives() {
        return matrix.sum("NS" + NONE, "V");
    }

    public Proportion supraventricularSensitivity() {
        return new Proportion(matrix.sum("S", "S"), matrix.sum("S", BEATS + NONE));
    }

    public Proportion supraventricularPositivePredictivity() {
        return new Proportion(matrix.sum("S", "S"), matrix.sum("S", "S") + supraventricularFalsePositives());
    }

    public Proportion supraventricularFalsePositiveRate() {
        long rightlyNot = matrix.sum("NVFQ" + NONE, "NVFQ");
        return new Proportion(supraventricularFalsePositives(), rightlyNot + supraventricularFalsePositives());
    }

    private long supraventricularFalsePositives() {
        return matrix.sum("NVF" + NONE, "S");
    }

    public Proportion normalSensitivity() {
        return new Proportion(matrix.sum("N", "N"), matrix.sum("N", BEATS + NONE));
    }

    public Proportion normalPositivePredictivity() {
        return new Proportion(matrix.sum("N", "N"), matrix.sum(BEATS + NONE, "N"));
    }

    public Proportion fusionSensitivity() {
        return new Proportion(matrix.sum("F", "F"), matrix.sum("F", BEATS + NONE));
    }

    /** Of all reference beats. */
    public Proportion missedInShutdown() {
        return new Proportion(matrix.sum(BEATS, "X"), matrix.sum(BEATS, BEATS + NONE));
    }

    /** Of the reference beats of one class. */
    public Proportion missedInShutdown(Label label) {
        String row = label.name();
        return new Proportion(matrix.sum(row, "X"), matrix.sum(row, BEATS + NONE));
    }

    /** How often a beat that was found was given its own class. */
    public Proportion accuracy() {
        long right = 0;
        for (char label : BEATS.toCharArray()) {
            right += matrix.sum(String.valueOf(label), String.valueOf(label));
        }
        return new Proportion(right, matrix.sum(BEATS, BEATS));
    }
}
