package io.milliwatt.dsp.fixedpoint;

/** The lower median: of n values the one with rank ⌈n/2⌉. Found without moving values or extra memory. */
public final class LowerMedian {

    private LowerMedian() {}

    /**
     * Bisection over the value's 16 bits.
     *
     * @param values each 0 … 65,535 within the range
     * @param first index of the first value, inclusive
     * @param last index of the last value, inclusive, not below {@code first}
     */
    public static int ofUnsigned16(int[] values, int first, int last) {
        int rank = (last - first) / 2 + 1;
        int low = 0;
        int high = 65_535;
        while (low < high) {
            int middle = (low + high) >> 1;
            int count = 0;
            for (int i = first; i <= last; i++) {
                if (values[i] <= middle) {
                    count++;
                }
            }
            if (count >= rank) {
                high = middle;
            } else {
                low = middle + 1;
            }
        }
        return low;
    }
}
