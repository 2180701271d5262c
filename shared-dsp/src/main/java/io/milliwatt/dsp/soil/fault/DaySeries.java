package io.milliwatt.dsp.soil.fault;

import java.util.Arrays;

/**
 * Windows over a series of days; what lies outside or is missing does not count, and NaN says that too little is there. Plain loops, since a
 * look over a probe asks for thousands of windows.
 */
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
        double sum = 0;
        int present = 0;
        for (int day = first(from); day <= last(to); day++) {
            if (!Double.isNaN(values[day])) {
                sum += values[day];
                present++;
            }
        }
        return present * 2 <= to - from ? Double.NaN : sum / present;
    }

    /** What is missing counts as zero. */
    double sum(int from, int to) {
        double sum = 0;
        for (int day = first(from); day <= last(to); day++) {
            sum += Double.isNaN(values[day]) ? 0 : values[day];
        }
        return sum;
    }

    /** Largest less smallest. */
    double range(int from, int to) {
        return highest(from, to) - lowest(from, to);
    }

    double lowest(int from, int to) {
        double lowest = Double.NaN;
        for (int day = first(from); day <= last(to); day++) {
            if (values[day] < lowest || Double.isNaN(lowest)) {
                lowest = values[day];
            }
        }
        return lowest;
    }

    double highest(int from, int to) {
        double highest = Double.NaN;
        for (int day = first(from); day <= last(to); day++) {
            if (values[day] > highest || Double.isNaN(highest)) {
                highest = values[day];
            }
        }
        return highest;
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
        double[] present = new double[Math.max(0, last(to) - first(from) + 1)];
        int count = 0;
        for (int day = first(from); day <= last(to); day++) {
            if (!Double.isNaN(values[day])) {
                present[count++] = values[day];
            }
        }
        return Arrays.copyOf(present, count);
    }

    private static int first(int from) {
        return Math.max(0, from);
    }

    private int last(int to) {
        return Math.min(values.length - 1, to);
    }
}
