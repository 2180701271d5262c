package io.milliwatt.dsp.fixedpoint.recipe;

import io.milliwatt.dsp.fixedpoint.Saturation;

/**
 * One entry of a recipe's output table: which value of which step, and how it becomes an int16.
 *
 * @param name as people and models call it, 1 … 31 printable ASCII characters
 * @param unit of the value divided by the divisor, 0 … 31 printable ASCII characters
 * @param divisor value / divisor is the quantity in its unit; at least 1
 * @param step 1 … number of steps
 * @param value of the step, 0 … 3
 * @param inSensorUnits whether the step's value counts sensor counts
 * @param multiplier positive; below 2¹⁷ for values in sensor units
 * @param shift 0 … 62
 */
public record Output(
        String name, String unit, int divisor, int step, int value, boolean inSensorUnits, int multiplier, int shift) {

    /** Digits dropped after the sensor's scale has been applied, so that the multiplier fits beside it. */
    private static final int SENSOR_SHIFT = 16;

    private static final int LONGEST_TEXT = 31;

    public Output {
        requireText("name", name, 1);
        requireText("unit", unit, 0);
        ParameterRange.requireRange("divisor", divisor, 1, Integer.MAX_VALUE);
        ParameterRange.requireRange("value", value, 0, 3);
        ParameterRange.requireRange("multiplier", multiplier, 1, inSensorUnits ? (1 << 17) - 1 : Integer.MAX_VALUE);
        ParameterRange.requireRange("shift", shift, 0, 62);
    }

    private static void requireText(String what, String text, int shortest) {
        boolean printable = text.chars().allMatch(character -> character >= 0x20 && character <= 0x7E);
        ParameterRange.require(
                printable && text.length() >= shortest && text.length() <= LONGEST_TEXT,
                "An output's " + what + " has " + shortest + " … 31 printable ASCII characters, not",
                text);
    }

    /**
     * The int16 that goes into the feature vector. In sensor units |value| · 2³⁰ / 2¹⁶ · 2¹⁷ is below 2⁶²; otherwise
     * |value| · 2³¹ is at most 2⁶².
     */
    short convert(int stepValue, int nanoUnitsPerCount) {
        long scaled = inSensorUnits ? ((long) stepValue * nanoUnitsPerCount) >> SENSOR_SHIFT : stepValue;
        return Saturation.toInt16(Saturation.roundingShift(scaled * multiplier, shift));
    }
}
