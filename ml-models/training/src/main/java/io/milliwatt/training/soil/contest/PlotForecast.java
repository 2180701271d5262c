package io.milliwatt.training.soil.contest;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** Fills a blank window of a plot from its past, its irrigation, its visible peaks, and what the other plots show. */
final class PlotForecast {
    private static final double SHORT_MEMORY_DAYS = 5;
    private static final double LONG_MEMORY_DAYS = 30;
    private static final int OWN_PAST_STEPS = 45 * PlotCourse.STEPS_PER_DAY;
    private static final int OTHERS_PAST_STEPS = 14 * PlotCourse.STEPS_PER_DAY;
    /** The short curve's part of the blend. */
    private static final double CURVE_PART = 0.25;

    /** A drying told to fall by less is drawn as a line where the next ramp asks for more. */
    private static final double LEAST_FALL = 0.5;

    private PlotForecast() {}

    /** How a plot is taken to dry. */
    enum Method {
        /** The last reading, held. */
        PERSISTENCE,
        /** Ramps and peaks; between them the peak is held. */
        PEAKS_HELD,
        CURVE_SHORT,
        CURVE_LONG,
        PROCESS,
        /** Three parts of the process, one of the short curve, which is quicker to follow a plot that dries as it never did. */
        BLEND
    }

    /**
     * Humidity of the window's steps.
     *
     * @param course blank from {@code from} on, but for peaks
     * @param others as far as they are known when the forecast is made
     */
    static double[] fill(PlotCourse course, List<PlotCourse> others, int from, int to, Method method) {
        double value = lastKnown(course, from);
        double[] filled = new double[to - from + 1];
        if (method == Method.PERSISTENCE) {
            Arrays.fill(filled, value);
            return filled;
        }
        double[] drying = drying(course, others, from, to, method);
        List<PlotCourse.Event> events = course.events();
        int step = from;
        while (step <= to) {
            int begun = before(events, step + 1);
            int next = begun + 1 < events.size() ? events.get(begun + 1).from() : course.humidity().length;
            int end;
            if (begun >= 0 && step <= events.get(begun).peak()) {
                end = Math.min(to, events.get(begun).peak());
                climb(course.humidity()[events.get(begun).peak()], events.get(begun), step, value, filled, from);
            } else {
                end = Math.min(to, next - 1);
                dry(course, drying, step, end, value, filled, from);
                if (end == next - 1 && begun + 1 < events.size()) {
                    endBelow(course, events.get(begun + 1), value, filled, step - from, end - from);
                }
            }
            value = filled[end - from];
            step = end + 1;
        }
        return filled;
    }

    /** The straight way to the visible peak; where none is visible the humidity stays. */
    private static void climb(double peak, PlotCourse.Event event, int step, double start, double[] filled, int from) {
        int steps = event.peak() - step + 1;
        for (int i = 0; i < steps && step + i - from < filled.length; i++) {
            filled[step + i - from] = Double.isNaN(peak) ? start : start + (peak - start) * (i + 1) / steps;
        }
    }

    /** Never upwards, from where drying begins: at a peak the peak itself, at the window's begin its own first value. */
    private static void dry(
            PlotCourse course, double[] drying, int step, int end, double start, double[] filled, int from) {
        boolean afterPeak = step > from && !Double.isNaN(course.humidity()[step - 1]);
        double offset = start - (afterPeak ? course.humidity()[step - 1] : drying[step - from]);
        double value = start;
        for (int i = step - from; i <= end - from; i++) {
            double told = drying[i] + offset;
            value = Double.isNaN(told) ? value : Math.min(value, told);
            filled[i] = value;
        }
    }

    /** A ramp rises: where its visible peak lies low, the drying before it has ended lower still, and is stretched to do so. */
    private static void endBelow(
            PlotCourse course, PlotCourse.Event ramp, double start, double[] filled, int first, int last) {
        double most = Math.min(start, course.humidity()[ramp.peak()] - ramp.leastRise());
        if (ramp.bridged() || Double.isNaN(most) || filled[last] <= most) {
            return;
        }
        double fall = start - filled[last];
        for (int i = first; i <= last; i++) {
            double part = fall > LEAST_FALL ? (start - filled[i]) / fall : (i - first + 1.0) / (last - first + 1);
            filled[i] = start - part * (start - most);
        }
    }

    /** By the window's steps; NaN where nothing can be told. */
    private static double[] drying(PlotCourse course, List<PlotCourse> others, int from, int to, Method method) {
        return switch (method) {
            case PERSISTENCE, PEAKS_HELD -> untold(from, to);
            case CURVE_SHORT -> curve(course, from, to, SHORT_MEMORY_DAYS);
            case CURVE_LONG -> curve(course, from, to, LONG_MEMORY_DAYS);
            case PROCESS -> process(course, others, from, to);
            case BLEND -> {
                double[] blend = process(course, others, from, to);
                double[] curve = curve(course, from, to, SHORT_MEMORY_DAYS);
                for (int i = 0; i < blend.length; i++) {
                    blend[i] = Double.isNaN(curve[i]) ? blend[i] : blend[i] + CURVE_PART * (curve[i] - blend[i]);
                }
                yield blend;
            }
        };
    }

    private static double[] untold(int from, int to) {
        double[] drying = new double[to - from + 1];
        Arrays.fill(drying, Double.NaN);
        return drying;
    }

    private static double[] curve(PlotCourse course, int from, int to, double memoryDays) {
        double[] drying = untold(from, to);
        UsualDay day = UsualDay.before(course, from);
        List<DryingExample> past = DryingExample.before(course, from, day);
        if (past.isEmpty()) {
            return drying;
        }
        List<PlotCourse.Event> events = course.events();
        DryingCurve curve = DryingCurve.fit(past, memoryDays);
        for (int step = from; step <= to; step++) {
            int event = Math.max(0, dried(events, from, step));
            drying[step - from] = curve.humidity(DryingExample.at(course, events, event, step, day, Double.NaN, from));
        }
        return drying;
    }

    private static double[] process(PlotCourse course, List<PlotCourse> others, int from, int to) {
        double[] drying = untold(from, to);
        List<PlotCourse> all = new ArrayList<>(List.of(course));
        all.addAll(others);
        DryingClock clock = DryingClock.before(all, from);
        List<DryingMoment> known = known(all, from, to, clock);
        if (known.isEmpty() || course.events().isEmpty()) {
            return drying;
        }
        DryingProcess process = DryingProcess.fit(known);
        List<PlotCourse.Event> events = course.events();
        for (int step = from; step <= to; step++) {
            int event = Math.max(0, dried(events, from, step));
            drying[step - from] = process.humidity(DryingMoment.at(course, 0, events, event, step, clock));
        }
        return drying;
    }

    private static List<DryingMoment> known(List<PlotCourse> all, int from, int to, DryingClock clock) {
        List<DryingMoment> known = new ArrayList<>();
        for (int plot = 0; plot < all.size(); plot++) {
            int first = from - (plot == 0 ? OWN_PAST_STEPS : OTHERS_PAST_STEPS);
            known.addAll(DryingMoment.known(all.get(plot), plot, first, plot == 0 ? from : to + 1, clock));
        }
        return known;
    }

    /** The event from whose peak a step of the window dries: while it is irrigated still the one before. */
    private static int dried(List<PlotCourse.Event> events, int from, int step) {
        int event = before(events, from);
        while (event + 1 < events.size() && events.get(event + 1).peak() < step) {
            event++;
        }
        return event;
    }

    /** The last event that begins before a step; -1 where none does. */
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
