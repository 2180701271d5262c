package io.milliwatt.dsp.vibration.diagnosis;

import java.util.Arrays;

/** The values of a moving window in ascending order: a step costs one search and one shift, not a sort. */
final class SortedValues {
    private final double[] ascending;
    private int size;

    /** @param most how many values it may hold at a time */
    SortedValues(int most) {
        ascending = new double[most];
    }

    void add(double value) {
        int found = Arrays.binarySearch(ascending, 0, size, value);
        int place = found >= 0 ? found : -found - 1;
        System.arraycopy(ascending, place, ascending, place + 1, size - place);
        ascending[place] = value;
        size++;
    }

    /** Takes one value out that was added. */
    void remove(double value) {
        int place = Arrays.binarySearch(ascending, 0, size, value);
        if (place < 0) {
            throw new IllegalArgumentException(value + " is not among the " + size + " values of the window");
        }
        size--;
        System.arraycopy(ascending, place + 1, ascending, place, size - place);
    }

    /** The middle value; of an even number the upper of the two. */
    double median() {
        return ascending[size / 2];
    }
}
