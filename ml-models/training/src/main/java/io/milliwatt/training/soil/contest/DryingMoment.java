package io.milliwatt.training.soil.contest;

import java.util.ArrayList;
import java.util.List;

/**
 * A moment while a plot dries, for {@link DryingProcess}.
 *
 * @param plot number in the process, the forecast's own is 0
 * @param event number in the plot
 * @param day when it is, in days of the table
 * @param driedDays usual days of drying since the peak
 * @param peak from which it dries
 * @param fallToNext the next peak less this one, at most 0; 0 where there is none or it is not known
 * @param dryAir since the peak, log ratio to the usual
 * @param change from the peak, at most 0; NaN where it is asked for
 */
record DryingMoment(
        int plot,
        int event,
        double day,
        double driedDays,
        double peak,
        double fallToNext,
        double dryAir,
        double change) {

    /** A probe is read about every three hours; between the readings the table draws lines. */
    private static final int EVERY_STEPS = 3 * PlotCourse.STEPS_PER_HOUR;

    private static final int LONGEST_STEPS = 200 * PlotCourse.STEPS_PER_HOUR;

    /** Of the dryings that begin at {@code first} or later, what is known before {@code end}; bridged holes teach nothing. */
    static List<DryingMoment> known(PlotCourse course, int plot, int first, int end, DryingClock clock) {
        List<DryingMoment> moments = new ArrayList<>();
        List<PlotCourse.Event> events = course.events();
        for (int i = 0; i < events.size(); i++) {
            int peak = events.get(i).peak();
            if (peak < first || events.get(i).bridged() || Double.isNaN(course.humidity()[peak])) {
                continue;
            }
            int next = i + 1 < events.size() ? events.get(i + 1).from() : course.humidity().length;
            int until = Math.min(Math.min(next, end), peak + LONGEST_STEPS);
            for (int step = peak + EVERY_STEPS; step < until; step += EVERY_STEPS) {
                if (!Double.isNaN(course.humidity()[step])) {
                    moments.add(at(course, plot, events, i, step, clock));
                }
            }
        }
        return moments;
    }

    static DryingMoment at(
            PlotCourse course, int plot, List<PlotCourse.Event> events, int event, int step, DryingClock clock) {
        int from = events.get(event).peak();
        double peak = course.humidity()[from];
        double next = event + 1 < events.size()
                ? course.humidity()[events.get(event + 1).peak()]
                : Double.NaN;
        return new DryingMoment(
                plot,
                event,
                step / (double) PlotCourse.STEPS_PER_DAY,
                clock.days(from, step),
                peak,
                Double.isNaN(next) ? 0 : Math.min(0, next - peak),
                clock.dryAir(from, step),
                course.humidity()[step] - peak);
    }
}
