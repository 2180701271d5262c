package io.milliwatt.training.example;

import java.util.Arrays;

/**
 * One window of a recording as the node sees it.
 *
 * @param unit the physical unit: a bearing, a patient, a station
 * @param group what an honest split leaves out at once; all windows of a unit share it
 * @param file the recording
 * @param label index of the true class
 * @param values the recipe's output on the node; copied
 * @param realValues the same in floating point, in the same units; copied
 */
// The array is copied both ways and compared by content.
@SuppressWarnings("ArrayRecordComponent")
public record LabelledWindow(String unit, String group, String file, int label, int[] values, double[] realValues) {
    public LabelledWindow {
        values = values.clone();
        realValues = realValues.clone();
        if (values.length != realValues.length) {
            throw new IllegalArgumentException(
                    "a window has " + values.length + " values on the node and " + realValues.length + " in float");
        }
    }

    @Override
    public int[] values() {
        return values.clone();
    }

    @Override
    public double[] realValues() {
        return realValues.clone();
    }

    public double realValue(int index) {
        return realValues[index];
    }

    public int value(int index) {
        return values[index];
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof LabelledWindow that
                && unit.equals(that.unit)
                && group.equals(that.group)
                && file.equals(that.file)
                && label == that.label
                && Arrays.equals(values, that.values)
                && Arrays.equals(realValues, that.realValues);
    }

    @Override
    public int hashCode() {
        return 31 * file.hashCode() + Arrays.hashCode(values);
    }
}
