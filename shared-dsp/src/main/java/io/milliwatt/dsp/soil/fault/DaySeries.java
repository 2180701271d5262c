package io.milliwatt.dsp.soil.fault;

import java.util.Arrays;

/** Windows over a series of days; what lies outside or is missing does not count, and NaN says that too little is there. */
record DaySeries(double[] values) {

    double at(int day) {
        return day >= 0 && day < values.length ? values[day] : Double.NaN;
    }

    double change(int from, int to) {
        return at(to) - at(from);
    }

    double median(int from, int to) {
        double[] present = present(from, to);
        if (present.length * 2 <= to - from) {
            return Double.NaN;
        }
        Arrays.sort(present);
        int middle = present.length / 2;
        return present.length % 2 == 1 ? present[middle] : (present[middle - 1] + present[middle]) / 2;
    }

    double mean(int from, int to) {
        double[] present = present(from, to);
        return present.length * 2 <= to - from ? Double.NaN : sum(present) / present.length;
    }

    /** What is missing counts as zero. */
    double sum(int from, int to) {
        return sum(present(from, to));
    }

    /** Largest less smallest. */
    double range(int from, int to) {
        return highest(from, to) - lowest(from, to);
    }

    double lowest(int from, int to) {
        return Arrays.stream(present(from, to)).min().orElse(Double.NaN);
    }

    double highest(int from, int to) {
        return Arrays.stream(present(from, to)).max().orElse(Double.NaN);
    }

    /** The largest change from a day to the next, either way. */
    double liveliest(int from, int to) {
        double most = Double.NaN;
        for (int day = from; day <= to; day++) {
            double change = Math.abs(change(day - 1, day));
            if (!Double.isNaN(change) && !(change <= most)) {
                most = change;
            }
        }
        return most;
    }

    /** Days up to this one on which the value did not move by more. */
    int heldBefore(int day, double tolerance, int most) {
        int held = 0;
        while (held < most && Math.abs(change(day - held - 1, day)) <= tolerance) {
            held++;
        }
        return held;
    }

    int heldAfter(int day, double tolerance, int most) {
        int held = 0;
        while (held < most && Math.abs(change(day, day + held + 1)) <= tolerance) {
            held++;
        }
        return held;
    }

    private double[] present(int from, int to) {
        int low = Math.max(0, from);
        int high = Math.min(values.length - 1, to);
        if (low > high) {
            return new double[0];
        }
        return Arrays.stream(values, low, high + 1)
                .filter(value -> !Double.isNaN(value))
                .toArray();
    }

    private static double sum(double[] values) {
        double sum = 0;
        for (double value : values) {
            sum += value;
        }
        return sum;
    }
}
