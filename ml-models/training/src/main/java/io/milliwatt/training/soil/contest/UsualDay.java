package io.milliwatt.training.soil.contest;

import java.util.Arrays;

/** How strongly a usual day dries by the hour: the mean vapour deficit of the last week before a time, with a mean of 1. */
record UsualDay(double[] byHour) {
    private static final int DAYS = 7;

    static UsualDay before(PlotCourse course, int step) {
        double[] sum = new double[24];
        int[] count = new int[24];
        for (int i = Math.max(0, step - DAYS * PlotCourse.STEPS_PER_DAY); i < step; i++) {
            double deficit = course.vapourDeficit()[i];
            if (!Double.isNaN(deficit)) {
                sum[PlotCourse.hour(i)] += deficit;
                count[PlotCourse.hour(i)]++;
            }
        }
        for (int hour = 0; hour < 24; hour++) {
            sum[hour] = count[hour] == 0 ? Double.NaN : sum[hour] / count[hour];
        }
        double mean = Arrays.stream(sum).filter(x -> !Double.isNaN(x)).average().orElse(Double.NaN);
        for (int hour = 0; hour < 24; hour++) {
            sum[hour] = Double.isNaN(sum[hour]) ? 1 : sum[hour] / mean;
        }
        return new UsualDay(sum);
    }

    /** Hours of mean drying between two steps. */
    double dryingHours(int from, int to) {
        double hours = 0;
        for (int step = from; step < to; step++) {
            hours += byHour[PlotCourse.hour(step)] / PlotCourse.STEPS_PER_HOUR;
        }
        return hours;
    }
}
