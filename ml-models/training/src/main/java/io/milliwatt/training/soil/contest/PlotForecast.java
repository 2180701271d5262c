package io.milliwatt.training.soil.contest;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** Fills a blank window of a plot from its past, its irrigation and its visible peaks. */
final class PlotForecast {
    private static final double SHORT_MEMORY_DAYS = 5;
    private static final double LONG_MEMORY_DAYS = 30;
    private static final double TREE_MEMORY_DAYS = 25;

    private PlotForecast() {}

    /** Which of the ways of drying to take, and how much of each. */
    enum Method {
        /** The last reading, held. */
        PERSISTENCE(0, 0, 0),
        /** Ramps and peaks; between them the peak is held. */
        PEAKS_HELD(0, 0, 0),
        CURVE_SHORT(1, 0, 0),
        CURVE_LONG(0, 1, 0),
        TREES(0, 0, 1),
        MIX(0.3, 0.3, 0.4);

        private final double shortCurve;
        private final double longCurve;
        private final double trees;

        Method(double shortCurve, double longCurve, double trees) {
            this.shortCurve = shortCurve;
            this.longCurve = longCurve;
            this.trees = trees;
        }
    }

    /**
     * Humidity of the window's steps.
     *
     * @param course blank from {@code from} on, but for peaks
     */
    static double[] fill(PlotCourse course, int from, int to, Method method) {
        double last = lastKnown(course, from);
        double[] filled = new double[to - from + 1];
        if (method == Method.PERSISTENCE) {
            Arrays.fill(filled, last);
            return filled;
        }
        UsualDay day = UsualDay.before(course, from);
        List<DryingExample> past = DryingExample.before(course, from, day);
        List<PlotCourse.Event> events = course.events();
        double[] drying = drying(course, events, from, to, day, past, method);
        double value = last;
        int event = before(events, from);
        double offset = Double.NaN;
        for (int step = from; step <= to; step++) {
            while (event + 1 < events.size() && events.get(event + 1).from() <= step) {
                event++;
                offset = Double.NaN;
            }
            boolean ramp = event >= 0 && step <= events.get(event).peak() && course.irrigated()[step];
            if (ramp) {
                value = ramp(course, events.get(event), step, value);
            } else if (method != Method.PEAKS_HELD && event >= 0) {
                if (Double.isNaN(offset)) {
                    offset = value - anchor(course, drying, from, step);
                }
                value = Math.min(value, drying[step - from] + offset);
            }
            filled[step - from] = value;
        }
        return filled;
    }

    /** What the curve says where drying begins: at a peak the peak itself, at the window's begin its own first value. */
    private static double anchor(PlotCourse course, double[] drying, int from, int step) {
        return step > from && course.irrigated()[step - 1] && !Double.isNaN(course.humidity()[step - 1])
                ? course.humidity()[step - 1]
                : drying[step - from];
    }

    /** The straight way to the visible peak; where none is visible the humidity stays. */
    private static double ramp(PlotCourse course, PlotCourse.Event event, int step, double before) {
        double peak = course.humidity()[event.peak()];
        return Double.isNaN(peak) ? before : before + (peak - before) / (event.peak() - step + 1);
    }

    private static double[] drying(
            PlotCourse course,
            List<PlotCourse.Event> events,
            int from,
            int to,
            UsualDay day,
            List<DryingExample> past,
            Method method) {
        double[] drying = new double[to - from + 1];
        if (method == Method.PEAKS_HELD || past.isEmpty()) {
            return drying;
        }
        List<DryingExample> asked = new ArrayList<>();
        int event = before(events, from);
        for (int step = from; step <= to; step++) {
            while (event + 1 < events.size() && events.get(event + 1).peak() < step) {
                event++;
            }
            asked.add(DryingExample.at(course, events, Math.max(0, event), step, day, Double.NaN, from));
        }
        if (method.shortCurve > 0) {
            add(drying, asked, DryingCurve.fit(past, SHORT_MEMORY_DAYS), method.shortCurve);
        }
        if (method.longCurve > 0) {
            add(drying, asked, DryingCurve.fit(past, LONG_MEMORY_DAYS), method.longCurve);
        }
        if (method.trees > 0) {
            try (DryingTrees trees = DryingTrees.fit(past, TREE_MEMORY_DAYS)) {
                double[] told = trees.humidity(asked);
                for (int i = 0; i < drying.length; i++) {
                    drying[i] += method.trees * told[i];
                }
            }
        }
        return drying;
    }

    private static void add(double[] drying, List<DryingExample> asked, DryingCurve curve, double weight) {
        for (int i = 0; i < drying.length; i++) {
            drying[i] += weight * curve.humidity(asked.get(i));
        }
    }

    private static int before(List<PlotCourse.Event> events, int step) {
        int event = -1;
        while (event + 1 < events.size() && events.get(event + 1).from() < step) {
            event++;
        }
        return event;
    }

    private static double lastKnown(PlotCourse course, int from) {
        int step = from - 1;
        while (step > 0 && Double.isNaN(course.humidity()[step])) {
            step--;
        }
        return course.humidity()[step];
    }
}
