package io.milliwatt.dsp.fixedpoint.recipe;

import java.util.Arrays;

/**
 * The values of one window, in the order of the recipe's output table.
 *
 * @param values one per output, in its unit times its divisor
 * @param qualityFlags bits of frame.md, kind 2
 */
public record FeatureVector(short[] values, int qualityFlags) {

    public FeatureVector {
        values = values.clone();
    }

    @Override
    public short[] values() {
        return values.clone();
    }

    /** One value without copying all. */
    public short value(int index) {
        return values[index];
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof FeatureVector vector
                && qualityFlags == vector.qualityFlags
                && Arrays.equals(values, vector.values);
    }

    @Override
    public int hashCode() {
        return 31 * Arrays.hashCode(values) + qualityFlags;
    }

    @Override
    public String toString() {
        return "FeatureVector" + Arrays.toString(values) + " quality " + Integer.toBinaryString(qualityFlags);
    }
}
