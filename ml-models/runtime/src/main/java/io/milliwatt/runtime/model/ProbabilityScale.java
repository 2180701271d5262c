package io.milliwatt.runtime.model;

import java.util.Arrays;

/**
 * Scores to probabilities 0 … 255 with integers only: a softmax to base 2 in steps of a sixteenth octave ({@code
 * bundle.md}, "Probability").
 *
 * @param multiplier score difference to sixteenth octaves in units of 1/4096, 0 … 65535
 */
public record ProbabilityScale(int multiplier) {

    /** round(32768 × 2^(−i/16)). */
    private static final int[] SIXTEENTH_OCTAVES = {
        32768, 31379, 30048, 28774, 27554, 26386, 25268, 24196, 23170, 22188, 21247, 20347, 19484, 18658, 17867, 17109
    };

    public ProbabilityScale {
        ModelShape.require(
                multiplier >= 0 && multiplier <= 65535,
                "The probability multiplier must be 0 to 65535, not " + multiplier + ".");
    }

    /**
     * The scale for scores that are {@code scoreUnitsPerNat} times a log-probability; limited to the largest multiplier
     * for less than about 1.45 units per nat.
     */
    public static ProbabilityScale ofScoreUnitsPerNat(double scoreUnitsPerNat) {
        ModelShape.require(
                scoreUnitsPerNat > 0 && Double.isFinite(scoreUnitsPerNat),
                "Score units per nat must be positive, not " + scoreUnitsPerNat + ".");
        double exact = 4096.0 * 16.0 / (Math.log(2) * scoreUnitsPerNat);
        return new ProbabilityScale((int) Math.min(65535, Math.round(exact)));
    }

    /** The probability of each class, 0 … 255; the sum is 255 give or take rounding. */
    public int[] probabilities(short[] scores) {
        int largest = scores[Model.winner(scores)];
        int[] weights = new int[scores.length];
        int sum = 0;
        for (int index = 0; index < scores.length; index++) {
            int sixteenths = ((largest - scores[index]) * multiplier) >>> 12;
            int octaves = sixteenths >>> 4;
            weights[index] = octaves > 15 ? 0 : SIXTEENTH_OCTAVES[sixteenths & 15] >> octaves;
            sum += weights[index];
        }
        int total = sum;
        return Arrays.stream(weights)
                .map(weight -> (255 * weight + total / 2) / total)
                .toArray();
    }
}
