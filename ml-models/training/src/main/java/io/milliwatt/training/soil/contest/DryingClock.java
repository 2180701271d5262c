package io.milliwatt.training.soil.contest;

import java.util.Arrays;
import java.util.List;

/**
 * How far plots may have dried by the clock: hours of the day count by what the plots lost in them in the month before a forecast, and days are told
 * apart by how dry their air was. After the forecast's begin the air returns to that month's mean, as it did in the past.
 */
final class DryingClock {
    private static final int DAYS = 30;
    private static final int HOURS = 24;
    /** Of a day's difference from the mean, how much the next day keeps. */
    private static final double KEPT_BY_A_DAY = 0.6;

    private final double[] passed;
    private final double[] dryAir;
    private final double[] dryAirPassed;

    private DryingClock(double[] byHour, double[] dryAir) {
        this.dryAir = dryAir;
        passed = new double[dryAir.length + 1];
        dryAirPassed = new double[dryAir.length + 1];
        for (int step = 0; step < dryAir.length; step++) {
            double part = byHour[PlotCourse.hour(step)] / PlotCourse.STEPS_PER_DAY;
            passed[step + 1] = passed[step] + part;
            dryAirPassed[step + 1] = dryAirPassed[step] + part * dryAir[step];
        }
    }

    /** @param courses as they are known when a forecast begins at {@code step}; the first one's weather counts */
    static DryingClock before(List<PlotCourse> courses, int step) {
        return new DryingClock(byHour(courses, step), dryAir(courses.getFirst().vapourDeficit(), step));
    }

    /** Usual days of drying between two steps. */
    double days(int from, int to) {
        return Math.max(0, passed[to] - passed[from]);
    }

    /** Mean log ratio of the air's vapour deficit to the month's mean between two steps. */
    double dryAir(int from, int to) {
        double days = passed[to] - passed[from];
        return days > 1.0 / PlotCourse.STEPS_PER_DAY ? (dryAirPassed[to] - dryAirPassed[from]) / days : dryAir[to];
    }

    private static double[] byHour(List<PlotCourse> courses, int end) {
        double[] lost = new double[HOURS];
        int[] steps = new int[HOURS];
        for (PlotCourse course : courses) {
            double[] humidity = course.humidity();
            for (int step = Math.max(1, end - DAYS * PlotCourse.STEPS_PER_DAY); step < end; step++) {
                double loss = humidity[step - 1] - humidity[step];
                if (!course.irrigated()[step] && !Double.isNaN(loss)) {
                    lost[PlotCourse.hour(step)] += loss;
                    steps[PlotCourse.hour(step)]++;
                }
            }
        }
        double[] smooth = new double[HOURS];
        for (int hour = 0; hour < HOURS; hour++) {
            for (int beside = -1; beside <= 1; beside++) {
                int other = (hour + beside + HOURS) % HOURS;
                smooth[hour] += (beside == 0 ? 0.5 : 0.25) * lost[other] / Math.max(1, steps[other]);
            }
        }
        double mean = Arrays.stream(smooth).average().orElse(0);
        Arrays.setAll(smooth, hour -> mean > 0 ? smooth[hour] / mean : 1);
        return smooth;
    }

    private static double[] dryAir(double[] vapourDeficit, int step) {
        int today = step / PlotCourse.STEPS_PER_DAY;
        double[] days = new double[vapourDeficit.length / PlotCourse.STEPS_PER_DAY + 1];
        for (int day = 0; day < days.length; day++) {
            days[day] = day < today ? Math.log(mean(vapourDeficit, day)) : Double.NaN;
        }
        double usual = Arrays.stream(days, Math.max(0, today - DAYS), today)
                .filter(Double::isFinite)
                .average()
                .orElse(0);
        double last = 0;
        for (int day = 0; day < days.length; day++) {
            last = Double.isFinite(days[day]) ? days[day] - usual : last * KEPT_BY_A_DAY;
            days[day] = last;
        }
        double[] steps = new double[vapourDeficit.length];
        Arrays.setAll(steps, i -> days[i / PlotCourse.STEPS_PER_DAY]);
        return steps;
    }

    /** NaN where less than half of a day is known. */
    private static double mean(double[] vapourDeficit, int day) {
        int from = day * PlotCourse.STEPS_PER_DAY;
        double[] known = Arrays.stream(
                        vapourDeficit, from, Math.min(vapourDeficit.length, from + PlotCourse.STEPS_PER_DAY))
                .filter(deficit -> !Double.isNaN(deficit))
                .toArray();
        return 2 * known.length > PlotCourse.STEPS_PER_DAY
                ? Arrays.stream(known).average().orElse(Double.NaN)
                : Double.NaN;
    }
}
