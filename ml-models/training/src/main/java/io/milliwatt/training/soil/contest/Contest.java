package io.milliwatt.training.soil.contest;

import io.milliwatt.datasets.network.WazihubPlots;
import io.milliwatt.dsp.soil.evapotranspiration.VapourPressure;
import java.util.ArrayList;
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
     * A plot that the contest asks for.
     *
     * @param others of the table, whether asked for or not
     */
    record Asked(int number, PlotCourse course, List<PlotCourse> others, int from, int to) {
        int points() {
            return to - from + 1;
        }

        /** The others as a forecast from a step on knows them: as far from that step as the table tells them from the plot's own window. */
        List<PlotCourse> othersAt(int step) {
            return others.stream()
                    .map(other -> other.endingBefore(other.end() + step - from))
                    .toList();
        }
    }

    /** The plots asked for, in the order of their numbers. */
    static List<Asked> asked(WazihubPlots table, List<String> ids) {
        double[] deficit = vapourDeficit(table);
        List<PlotCourse> courses = table.plots().stream()
                .map(plot -> new PlotCourse(plot.humidity(), plot.irrigated(), deficit))
                .toList();
        List<Asked> asked = new ArrayList<>();
        for (int i = 0; i < courses.size(); i++) {
            PlotCourse course = courses.get(i);
            int number = table.plots().get(i).number();
            List<PlotCourse> others = new ArrayList<>(courses);
            others.remove(i);
            window(table, number, ids)
                    .ifPresent(rows -> asked.add(new Asked(number, course, others, rows[0], rows[1])));
        }
        return asked;
    }

    /**
     * Windows as long as the plot's own, each filled as the contest's would be: from what came before it, its peaks, and the others.
     *
     * @return sum of squares and count of all windows, and of the last one, which ends where the contest's begins
     */
    static double[] crossValidate(Asked plot, PlotForecast.Method method) {
        int windows = plot.from() < EARLY_STEPS ? FEW_WINDOWS : WINDOWS;
        double[] sums = new double[4];
        for (int i = 0; i < windows; i++) {
            int to = plot.from() - 1 - i * APART_STEPS;
            int from = to - plot.points() + 1;
            if (from < LEAST_PAST_STEPS || !known(plot.course(), from, to)) {
                continue;
            }
            PlotCourse blanked = plot.course().blanked(from, plot.to());
            double[] filled = PlotForecast.fill(blanked, plot.othersAt(from), from, to, method);
            for (int step = from; step <= to; step++) {
                double truth = plot.course().humidity()[step];
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
