package io.milliwatt.runtime.decision;

/**
 * A recipe value and the height from which it counts.
 *
 * @param valueIndex position in the recipe's output, 0 … 254, or {@link #ABSENT}
 * @param threshold in the value's own units, 1 … 8388607
 */
public record Evidence(int valueIndex, int threshold) {

    /** The recipe gives no such value: never over its threshold. */
    public static final int ABSENT = 255;

    private static final int LARGEST_THRESHOLD = 0x7F_FFFF;

    public Evidence {
        if (valueIndex < 0 || valueIndex > ABSENT) {
            throw new IllegalArgumentException("A recipe value index must be 0 to 255, not " + valueIndex + ".");
        }
        if (threshold < 1 || threshold > LARGEST_THRESHOLD) {
            throw new IllegalArgumentException(
                    "A threshold of a decision must be 1 to 8388607, not " + threshold + ".");
        }
    }

    public static Evidence absent() {
        return new Evidence(ABSENT, 1);
    }

    boolean reached(int[] recipeValues) {
        return valueIndex != ABSENT && recipeValues[valueIndex] >= threshold;
    }

    /** 128 at the threshold, 255 at twice the threshold and above, 0 without evidence. */
    int strength(int[] recipeValues) {
        if (valueIndex == ABSENT || recipeValues[valueIndex] <= 0) {
            return 0;
        }
        long value = recipeValues[valueIndex];
        return (int) Math.min(255, 128 * value / threshold);
    }
}
