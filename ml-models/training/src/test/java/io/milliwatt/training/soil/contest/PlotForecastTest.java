package io.milliwatt.training.soil.contest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import org.junit.jupiter.api.Test;

/** A made-up plot, watered every 30 hours for an hour, that dries exponentially towards 10. */
class PlotForecastTest {
    private static final int HOUR = PlotCourse.STEPS_PER_HOUR;
    private static final int DAYS = 30;
    private static final double FLOOR = 10;

    @Test
    void aPlotThatDriesAsBeforeIsFilledWell() {
        PlotCourse course = course();
        int from = 26 * PlotCourse.STEPS_PER_DAY;
        int to = from + 3 * PlotCourse.STEPS_PER_DAY;
        PlotCourse blanked = course.blanked(from, to);
        double held = error(course, PlotForecast.fill(blanked, from, to, PlotForecast.Method.PERSISTENCE), from);
        double mix = error(course, PlotForecast.fill(blanked, from, to, PlotForecast.Method.MIX), from);
        assertThat(mix).isLessThan(1.5).isLessThan(0.2 * held);
    }

    @Test
    void rampsEndAtTheVisiblePeakAndDryingNeverRises() {
        PlotCourse course = course();
        int from = 26 * PlotCourse.STEPS_PER_DAY;
        int to = from + 3 * PlotCourse.STEPS_PER_DAY;
        double[] filled = PlotForecast.fill(course.blanked(from, to), from, to, PlotForecast.Method.MIX);
        for (int step = from + 1; step <= to; step++) {
            if (course.irrigated()[step] && !course.irrigated()[step + 1]) {
                assertThat(filled[step - from]).isCloseTo(course.humidity()[step], within(1e-9));
            }
            if (!course.irrigated()[step]) {
                assertThat(filled[step - from]).isLessThanOrEqualTo(filled[step - from - 1]);
            }
        }
    }

    @Test
    void aBlankWindowKeepsNothingButPeaks() {
        PlotCourse blanked = course().blanked(100, 3000);
        for (int step = 100; step <= 3000; step++) {
            boolean peak = blanked.irrigated()[step] && !blanked.irrigated()[step + 1];
            assertThat(Double.isNaN(blanked.humidity()[step])).isEqualTo(!peak);
        }
    }

    private static double error(PlotCourse course, double[] filled, int from) {
        double sum = 0;
        for (int i = 0; i < filled.length; i++) {
            sum += Math.pow(filled[i] - course.humidity()[from + i], 2);
        }
        return Math.sqrt(sum / filled.length);
    }

    private static PlotCourse course() {
        int steps = DAYS * PlotCourse.STEPS_PER_DAY;
        double[] humidity = new double[steps];
        boolean[] irrigated = new boolean[steps];
        double[] deficit = new double[steps];
        Arrays.fill(deficit, 1.5);
        double value = 40;
        for (int step = 0; step < steps; step++) {
            irrigated[step] = step % (30 * HOUR) < HOUR && step >= HOUR;
            value = irrigated[step] ? value + 25.0 / HOUR : FLOOR + (value - FLOOR) * Math.exp(-0.04 / HOUR);
            humidity[step] = value;
        }
        return new PlotCourse(humidity, irrigated, deficit);
    }
}
