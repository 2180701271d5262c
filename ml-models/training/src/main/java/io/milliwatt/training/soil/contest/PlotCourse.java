package io.milliwatt.training.soil.contest;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * A plot's course: humidity rises in a straight ramp while irrigated, to a peak, and dries until the next ramp.
 *
 * @param humidity probe's per cent by five minutes, NaN where blank
 * @param irrigated by the same steps
 * @param vapourDeficit kPa by the same steps, NaN where blank
 */
record PlotCourse(double[] humidity, boolean[] irrigated, double[] vapourDeficit) {
    static final int STEPS_PER_HOUR = 12;
    static final int STEPS_PER_DAY = 24 * STEPS_PER_HOUR;
    /** The probes are read every 3.0 to 3.3 hours. */
    private static final int STEPS_BETWEEN_READINGS = 38;

    /** An event longer than this is a hole in the record, bridged by a line. */
    private static final int LONGEST_EVENT_STEPS = 24 * STEPS_PER_HOUR;

    /**
     * A time of irrigation.
     *
     * @param from first irrigated step
     * @param peak last one
     */
    record Event(int from, int peak) {
        boolean bridged() {
            return peak - from > LONGEST_EVENT_STEPS;
        }

        /** A reading is a whole number and higher than the one before: a ramp rises by one a reading at least. */
        double leastRise() {
            return Math.max(1, Math.round((peak - from + 1.0) / STEPS_BETWEEN_READINGS));
        }
    }

    List<Event> events() {
        List<Event> events = new ArrayList<>();
        for (int step = 0; step < irrigated.length; step++) {
            if (irrigated[step] && (step == 0 || !irrigated[step - 1])) {
                int last = step;
                while (last + 1 < irrigated.length && irrigated[last + 1]) {
                    last++;
                }
                events.add(new Event(step, last));
            }
        }
        return events;
    }

    /** The same course with a window blanked as the contest blanks its own: only the peaks stay. */
    PlotCourse blanked(int from, int to) {
        double[] blank = humidity.clone();
        double[] weather = vapourDeficit.clone();
        for (int step = from; step <= to; step++) {
            boolean peak = irrigated[step] && (step + 1 >= irrigated.length || !irrigated[step + 1]);
            blank[step] = peak ? humidity[step] : Double.NaN;
            weather[step] = Double.NaN;
        }
        return new PlotCourse(blank, irrigated, weather);
    }

    /** The step after the last two readings that stand side by side; behind it nothing is known but peaks. */
    int end() {
        int step = humidity.length;
        while (step > 1 && (Double.isNaN(humidity[step - 1]) || Double.isNaN(humidity[step - 2]))) {
            step--;
        }
        return step;
    }

    /** The same course with nothing known of a step and after, but when it was irrigated. */
    PlotCourse endingBefore(int step) {
        double[] known = humidity.clone();
        double[] weather = vapourDeficit.clone();
        int end = Math.clamp(step, 0, known.length);
        Arrays.fill(known, end, known.length, Double.NaN);
        Arrays.fill(weather, end, weather.length, Double.NaN);
        return new PlotCourse(known, irrigated, weather);
    }

    /** Hour of the day; the table begins at midnight. */
    static int hour(int step) {
        return step / STEPS_PER_HOUR % 24;
    }
}
