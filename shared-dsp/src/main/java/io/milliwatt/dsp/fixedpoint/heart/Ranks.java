package io.milliwatt.dsp.fixedpoint.heart;

/** The value of a given rank among the last entries of a ring, by bisection: nothing is moved and no memory is taken. */
final class Ranks {

    private Ranks() {}

    /**
     * The value with that rank in ascending order.
     *
     * @param values each 0 … 4,095 within the first {@code count}
     * @param count 1 … values.length
     * @param rank 1 … count
     */
    static int of(short[] values, int count, int rank) {
        int low = 0;
        int high = 4_095;
        while (low < high) {
            int middle = (low + high) >> 1;
            int atMost = 0;
            for (int i = 0; i < count; i++) {
                if (values[i] <= middle) {
                    atMost++;
                }
            }
            if (atMost >= rank) {
                high = middle;
            } else {
                low = middle + 1;
            }
        }
        return low;
    }

    /** The lower median, rank ⌈count / 2⌉. */
    static int median(short[] values, int count) {
        return of(values, count, (count + 1) / 2);
    }
}
