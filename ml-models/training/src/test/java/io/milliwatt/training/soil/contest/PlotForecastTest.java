package io.milliwatt.training.soil.contest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

/** A made-up plot, watered every 30 hours for an hour, that dries exponentially towards 10. */
class PlotForecastTest {
    private static final int HOUR = PlotCourse.STEPS_PER_HOUR;
    private static final int DAYS = 30;
    private static final double FLOOR = 10;
    private static final List<PlotCourse> ALONE = List.of();

    @Test
    void aPlotThatDriesAsBeforeIsFilledWell() {
        PlotCourse course = course();
        int from = 26 * PlotCourse.STEPS_PER_DAY;
        int to = from + 3 * PlotCourse.STEPS_PER_DAY;
        PlotCourse blanked = course.blanked(from, to);
        double held = error(course, PlotForecast.fill(blanked, ALONE, from, to, PlotForecast.Method.PERSISTENCE), from);
        double told = error(course, PlotForecast.fill(blanked, ALONE, from, to, PlotForecast.Method.BLEND), from);
        assertThat(told).isLessThan(1.5).isLessThan(0.2 * held);
    }

    @Test
    void rampsEndAtTheVisiblePeakAndDryingNeverRises() {
        PlotCourse course = course();
        int from = 26 * PlotCourse.STEPS_PER_DAY;
        int to = from + 3 * PlotCourse.STEPS_PER_DAY;
        double[] filled = PlotForecast.fill(course.blanked(from, to), ALONE, from, to, PlotForecast.Method.BLEND);
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

    /** Rain or a fault may bring a ramp to a lower end than drying is expected to reach. */
    @Test
    void dryingEndsBelowTheNextVisiblePeak() {
        PlotCourse course = course();
        int from = 26 * PlotCourse.STEPS_PER_DAY;
        int to = from + 3 * PlotCourse.STEPS_PER_DAY;
        PlotCourse.Event ramp = course.events().stream()
                .filter(event -> event.from() > from)
                .findFirst()
                .orElseThrow();
        double lowPeak = -5;
        course.humidity()[ramp.peak()] = lowPeak;
        double[] filled = PlotForecast.fill(course.blanked(from, to), ALONE, from, to, PlotForecast.Method.BLEND);
        assertThat(filled[ramp.from() - 1 - from]).isCloseTo(lowPeak - 1, within(1e-9));
        assertThat(filled[ramp.peak() - from]).isCloseTo(lowPeak, within(1e-9));
    }

    /** The days of the window are hot: another plot dries twice as fast as ever before, and is seen to. */
    @Test
    void anotherPlotsDryingWithinTheWindowIsLearntFrom() {
        int from = 26 * PlotCourse.STEPS_PER_DAY;
        int to = from + 3 * PlotCourse.STEPS_PER_DAY;
        PlotCourse hot = course(from, 0.08);
        PlotCourse blanked = hot.blanked(from, to);
        double alone = error(hot, PlotForecast.fill(blanked, ALONE, from, to, PlotForecast.Method.PROCESS), from);
        double seen = error(hot, PlotForecast.fill(blanked, List.of(hot), from, to, PlotForecast.Method.PROCESS), from);
        assertThat(seen).isLessThan(0.7 * alone);
    }

    @Test
    void anotherPlotIsKnownAsFarFromACutAsFromTheWindow() {
        PlotCourse own = course();
        int window = 26 * PlotCourse.STEPS_PER_DAY;
        PlotCourse other = course().blanked(window + 100, DAYS * PlotCourse.STEPS_PER_DAY - 1);
        Contest.Asked asked = new Contest.Asked(1, own, List.of(other), window, window + 900);
        assertThat(other.end()).isEqualTo(window + 100);
        assertThat(asked.othersAt(window).getFirst().end()).isEqualTo(window + 100);
        assertThat(asked.othersAt(window - 2000).getFirst().end()).isEqualTo(window - 1900);
    }

    private static double error(PlotCourse course, double[] filled, int from) {
        double sum = 0;
        for (int i = 0; i < filled.length; i++) {
            sum += Math.pow(filled[i] - course.humidity()[from + i], 2);
        }
        return Math.sqrt(sum / filled.length);
    }

    private static PlotCourse course() {
        return course(0, 0.04);
    }

    /** @param laterRate part lost by the hour from a step on; 0.04 before */
    private static PlotCourse course(int later, double laterRate) {
        int steps = DAYS * PlotCourse.STEPS_PER_DAY;
        double[] humidity = new double[steps];
        boolean[] irrigated = new boolean[steps];
        double[] deficit = new double[steps];
        Arrays.fill(deficit, 1.5);
        double value = 40;
        for (int step = 0; step < steps; step++) {
            irrigated[step] = step % (30 * HOUR) < HOUR && step >= HOUR;
            value = irrigated[step]
                    ? value + 25.0 / HOUR
                    : FLOOR + (value - FLOOR) * Math.exp(-(step < later ? 0.04 : laterRate) / HOUR);
            humidity[step] = value;
        }
        return new PlotCourse(humidity, irrigated, deficit);
    }
}
