package io.milliwatt.training.soil.contest;

import java.util.ArrayList;
import java.util.List;

/**
 * A step while a plot dries.
 *
 * @param hours since the peak
 * @param dryingHours since the peak, weighted by the hour's usual drying
 * @param previousPeak of the event before
 * @param eventHours the peak's event lasted
 * @param hoursToNext event, and its peak; a fortnight and the same peak where there is none
 * @param humidity NaN where it is asked for
 * @param age days before the time that a forecast begins
 */
record DryingExample(
        double hours,
        double dryingHours,
        double peak,
        double previousPeak,
        double eventHours,
        double hoursToNext,
        double nextPeak,
        int hourOfDay,
        double humidity,
        double age) {

    private static final int EVERY_STEPS = 6;
    private static final double NO_NEXT_HOURS = 14 * 24;

    /** Of all complete dryings before a time; peaks below zero and bridged holes teach nothing. */
    static List<DryingExample> before(PlotCourse course, int end, UsualDay day) {
        List<DryingExample> examples = new ArrayList<>();
        List<PlotCourse.Event> events = course.events();
        for (int i = 0; i < events.size(); i++) {
            PlotCourse.Event event = events.get(i);
            int until = i + 1 < events.size() ? events.get(i + 1).from() : course.humidity().length;
            for (int step = event.peak() + 1; step < Math.min(until, end); step += EVERY_STEPS) {
                double humidity = course.humidity()[step];
                double peak = course.humidity()[event.peak()];
                if (!event.bridged() && !Double.isNaN(humidity) && !Double.isNaN(peak) && peak > 0) {
                    examples.add(at(course, events, i, step, day, humidity, end));
                }
            }
        }
        return examples;
    }

    static DryingExample at(
            PlotCourse course,
            List<PlotCourse.Event> events,
            int event,
            int step,
            UsualDay day,
            double humidity,
            int end) {
        PlotCourse.Event last = events.get(event);
        double peak = course.humidity()[last.peak()];
        double previous = event > 0 ? course.humidity()[events.get(event - 1).peak()] : peak;
        boolean more = event + 1 < events.size();
        double next = more ? course.humidity()[events.get(event + 1).peak()] : peak;
        return new DryingExample(
                (step - last.peak()) / (double) PlotCourse.STEPS_PER_HOUR,
                day.dryingHours(last.peak(), step),
                peak,
                Double.isNaN(previous) ? peak : previous,
                (last.peak() - last.from() + 1) / (double) PlotCourse.STEPS_PER_HOUR,
                more ? (events.get(event + 1).from() - step) / (double) PlotCourse.STEPS_PER_HOUR : NO_NEXT_HOURS,
                Double.isNaN(next) ? peak : next,
                PlotCourse.hour(step),
                humidity,
                Math.max(0, end - step) / (double) PlotCourse.STEPS_PER_DAY);
    }

    float[] features() {
        return new float[] {
            (float) hours,
            (float) dryingHours,
            (float) Math.sqrt(hours),
            (float) peak,
            (float) (peak - previousPeak),
            (float) eventHours,
            (float) Math.min(hoursToNext, NO_NEXT_HOURS),
            (float) (nextPeak - peak),
            hourOfDay
        };
    }
}
