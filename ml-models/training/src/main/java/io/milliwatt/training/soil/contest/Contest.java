package io.milliwatt.training.soil.contest;

import io.milliwatt.datasets.network.WazihubPlots;
import io.milliwatt.dsp.soil.evapotranspiration.VapourPressure;
import java.util.IntSummaryStatistics;
import java.util.List;
import java.util.Optional;

/** The contest's windows, and windows like them cut from what is known. */
final class Contest {
    static final String PLOT = " x Soil humidity ";

    /** A window that comes early leaves room for fewer before it. */
    private static final int FEW_WINDOWS = 5;

    private static final int EARLY_STEPS = 40 * PlotCourse.STEPS_PER_DAY;
    private static final int WINDOWS = 8;
    private static final int APART_STEPS = (int) (2.5 * PlotCourse.STEPS_PER_DAY);
    /** A part of the steps that must be known for a window to count. */
    private static final double KNOWN_PART = 0.9;

    private static final int LEAST_PAST_STEPS = 5 * PlotCourse.STEPS_PER_DAY;

    private Contest() {}

    /** kPa, NaN where the weather is blank. */
    static double[] vapourDeficit(WazihubPlots table) {
        double[] deficit = new double[table.airCelsius().length];
        for (int i = 0; i < deficit.length; i++) {
            deficit[i] = VapourPressure.saturation(table.airCelsius()[i])
                    * (1 - Math.min(100, table.humidityPercent()[i]) / 100);
        }
        return deficit;
    }

    /**
     * The rows of a plot that a list of ids asks for: first and last.
     *
     * @param ids such as {@code 2019-03-25 22:50:00 x Soil humidity 1}
     */
    static Optional<int[]> window(WazihubPlots table, int plot, List<String> ids) {
        String ending = PLOT + plot;
        IntSummaryStatistics rows = ids.stream()
                .filter(id -> id.endsWith(ending))
                .mapToInt(id -> table.row(id.substring(0, id.length() - ending.length())))
                .summaryStatistics();
        return rows.getCount() == 0 ? Optional.empty() : Optional.of(new int[] {rows.getMin(), rows.getMax()});
    }

    /**
     * Windows as long as the plot's own, each filled from what came before it only.
     *
     * @return sum of squares and count of all windows, and of the last one, which ends where the contest's begins
     */
    static double[] crossValidate(PlotCourse course, int[] window, PlotForecast.Method method) {
        int length = window[1] - window[0] + 1;
        int windows = window[0] < EARLY_STEPS ? FEW_WINDOWS : WINDOWS;
        double[] sums = new double[4];
        for (int i = 0; i < windows; i++) {
            int to = window[0] - 1 - i * APART_STEPS;
            int from = to - length + 1;
            if (from < LEAST_PAST_STEPS || !known(course, from, to)) {
                continue;
            }
            double[] filled = PlotForecast.fill(course.blanked(from, window[1]), from, to, method);
            for (int step = from; step <= to; step++) {
                double truth = course.humidity()[step];
                if (!Double.isNaN(truth)) {
                    double square = Math.pow(filled[step - from] - truth, 2);
                    sums[0] += square;
                    sums[1]++;
                    sums[2] += i == 0 ? square : 0;
                    sums[3] += i == 0 ? 1 : 0;
                }
            }
        }
        return sums;
    }

    private static boolean known(PlotCourse course, int from, int to) {
        int known = 0;
        for (int step = from; step <= to; step++) {
            known += Double.isNaN(course.humidity()[step]) ? 0 : 1;
        }
        return known > KNOWN_PART * (to - from + 1);
    }
}
