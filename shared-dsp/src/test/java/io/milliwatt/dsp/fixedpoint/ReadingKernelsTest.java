package io.milliwatt.dsp.fixedpoint;

import static org.assertj.core.api.Assertions.assertThat;

import io.milliwatt.dsp.fixedpoint.DegreeDayRule.Method;
import java.util.Arrays;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class ReadingKernelsTest {

    /** Water content in 0.1 %: 5 … 55 %, jumps of more than 4 % are doubted three times, 6 equal readings are suspicious. */
    private static final PlausibilityRule PROBE = new PlausibilityRule(50, 550, 40, 3, 6, 1);

    @Test
    void aMedianTakesSpikesOutAndLeavesSteps() {
        assertThat(stream(new MovingMedian(5), 10, 10, 900, -900, 10, 10, 50, 50, 50, 50))
                .containsExactly(10, 10, 10, 10, 10, 10, 10, 10, 50, 50);
        assertThat(stream(new MovingMedian(1), 3, -7, 5)).containsExactly(3, -7, 5);
    }

    @Test
    void aMedianIsTheMiddleOfTheSortedPast() {
        SplittableRandom random = new SplittableRandom(4);
        int[] values = random.ints(500).toArray();
        int[] medians = stream(new MovingMedian(31), values);
        for (int i = 30; i < values.length; i++) {
            int[] ordered = Arrays.copyOfRange(values, i - 30, i + 1);
            Arrays.sort(ordered);
            assertThat(medians[i]).isEqualTo(ordered[15]);
        }
    }

    @Test
    void smoothingStartsAtTheFirstValueAndSettlesOnANewOne() {
        ExponentialSmoothing smoothing = new ExponentialSmoothing(2, 0);
        assertThat(stream(smoothing, 100, 200, 200)).containsExactly(100, 125, 143);
        for (int i = 0; i < 100; i++) {
            smoothing.accept(200);
        }
        assertThat(smoothing.output()).isBetween(199, 200);
    }

    @Test
    void smoothingSaturatesAtTheEndsOfItsType() {
        assertThat(stream(new ExponentialSmoothing(1, 7), Integer.MAX_VALUE, Integer.MIN_VALUE, Integer.MIN_VALUE))
                .containsExactly(Integer.MAX_VALUE, -64, Integer.MIN_VALUE);
    }

    @Test
    void aValueOutOfRangeIsReplacedByTheLastPlausibleOne() {
        Plausibility plausibility = new Plausibility(PROBE);
        assertThat(stream(plausibility, -30, 200, 980, 201, 49, 202)).containsExactly(50, 200, 200, 201, 201, 202);
        assertThat(flags(plausibility)).isEqualTo(Window.SENSOR_FAULT);
        assertThat(stream(plausibility, 203)).containsExactly(203);
        assertThat(flags(plausibility)).isZero();
    }

    @Test
    void aJumpIsBelievedWhenItLasts() {
        Plausibility plausibility = new Plausibility(PROBE);
        assertThat(stream(plausibility, 200, 300, 200, 300, 301, 302, 303, 304))
                .containsExactly(200, 200, 200, 200, 200, 200, 303, 304);
    }

    @Test
    void aReadingThatStandsStillIsAFault() {
        Plausibility plausibility = new Plausibility(PROBE);
        stream(plausibility, 200, 200, 200, 200, 200);
        assertThat(flags(plausibility)).isZero();
        stream(plausibility, 200);
        assertThat(flags(plausibility)).isEqualTo(Window.SENSOR_FAULT);
        stream(plausibility, 201);
        assertThat(flags(plausibility)).isZero();
    }

    @Test
    void aLineHasItsOwnSlope() {
        Slope slope = new Slope(24, 8);
        for (int i = 0; i < 100; i++) {
            slope.accept(1_000 - 3 * i);
        }
        assertThat(flags(slope)).isZero();
        assertThat(slope.value(0)).isEqualTo(-3 * 256);
        assertThat(slope.value(1)).isEqualTo((1_000 - 3 * 76 + 1_000 - 3 * 99) / 2);
    }

    @Test
    void aSlopeWaitsForAllItsValues() {
        Slope slope = new Slope(3, 0);
        slope.accept(5);
        slope.accept(6);
        assertThat(flags(slope)).isEqualTo(Window.WARMING_UP);
        assertThat(slope.value(0)).isZero();
        slope.accept(7);
        assertThat(flags(slope)).isZero();
        assertThat(slope.value(0)).isOne();
    }

    @Test
    void theSteepestSlopeSaturates() {
        Slope slope = new Slope(2, 16);
        slope.accept(Integer.MIN_VALUE);
        slope.accept(Integer.MAX_VALUE);
        flags(slope);
        assertThat(slope.value(0)).isEqualTo(Integer.MAX_VALUE);
        Slope longest = new Slope(64, 16);
        for (int i = 0; i < 64; i++) {
            longest.accept(i < 32 ? Integer.MAX_VALUE : Integer.MIN_VALUE);
        }
        flags(longest);
        assertThat(longest.value(0)).isEqualTo(Integer.MIN_VALUE);
    }

    @Test
    void aDayEndsWithItsLastReadingAndIsKeptUntilTheNextEnds() {
        Day day = new Day(4);
        stream(day, 3, -8, 5);
        assertThat(flags(day)).isEqualTo(Window.WARMING_UP);
        stream(day, 1, 100, 200);
        assertThat(flags(day)).isZero();
        assertThat(new int[] {day.value(0), day.value(1), day.value(2), day.value(3)})
                .containsExactly(-8, 5, 0, 1);
        stream(day, 300, 400);
        assertThat(new int[] {day.value(0), day.value(1), day.value(2), day.value(3)})
                .containsExactly(100, 400, 250, 2);
    }

    /** agronomy.csv, gdd-*: McMaster and Wilhelm 1997, method 2, in 0.01 °C. */
    @ParameterizedTest
    @CsvSource({"3000, 1000, 1000, 8388607, 1000", "3500, 1500, 1000, 3000, 1250", "800, 200, 1000, 8388607, 0"})
    void degreeDaysAreThoseOfTheTable(int highest, int lowest, int base, int upper, int expected) {
        DegreeDays days = new DegreeDays(new DegreeDayRule(Method.EXTREMES_CUT, 2, base, upper));
        stream(days, highest, lowest);
        assertThat(days.value(1)).isEqualTo(expected);
    }

    /** A cold night takes from the warm day only where the extremes are not cut first; readings see every hour. */
    @Test
    void methodsDifferOnADayThatCrossesTheBase() {
        assertThat(oneDay(Method.EXTREMES_CUT)).isEqualTo(500);
        assertThat(oneDay(Method.EXTREMES)).isEqualTo(100);
        assertThat(oneDay(Method.READINGS)).isEqualTo(250);
    }

    private static int oneDay(Method method) {
        DegreeDays days = new DegreeDays(new DegreeDayRule(method, 4, 1_000, 3_000));
        stream(days, 200, 900, 2_000, 900 + 100);
        return days.value(1);
    }

    @ParameterizedTest
    @EnumSource
    void aSeasonAddsUpAndStartsAnew(Method method) {
        DegreeDays days = new DegreeDays(new DegreeDayRule(method, 2, 1_000, 3_000));
        for (int i = 0; i < 10; i++) {
            stream(days, 2_000, 2_000);
        }
        assertThat(new int[] {days.value(0), days.value(1), days.value(2)}).containsExactly(10_000, 1_000, 10);
        stream(days, 1_500);
        days.startSeason();
        assertThat(new int[] {days.value(0), days.value(1), days.value(2)}).containsExactly(0, 0, 0);
        stream(days, 1_500);
        assertThat(new int[] {days.value(0), days.value(1), days.value(2)}).containsExactly(500, 500, 1);
    }

    @Test
    void aLevelIsThatOfItsWindow() {
        Level level = new Level();
        stream(level, 5, -3, 9, 2);
        flags(level);
        assertThat(new int[] {level.value(0), level.value(1), level.value(2), level.value(3)})
                .containsExactly(2, 3, -3, 9);
        stream(level, 7);
        flags(level);
        assertThat(new int[] {level.value(0), level.value(1), level.value(2), level.value(3)})
                .containsExactly(7, 7, 7, 7);
    }

    @Test
    void aTrendOfWindowsReadsAnotherStep() {
        Level level = new Level();
        WindowSlope trend = new WindowSlope(level, 1, 3, 4);
        for (int i = 0; i < 5; i++) {
            stream(level, 10 * i, 10 * i + 2);
            flags(level);
            assertThat(flags(trend)).isEqualTo(i < 2 ? Window.WARMING_UP : 0);
        }
        assertThat(trend.value(0)).isEqualTo(10 * 16);
        assertThat(trend.value(1)).isEqualTo(31);
    }

    private static int[] stream(Kernel kernel, int... values) {
        return Arrays.stream(values)
                .map(value -> {
                    kernel.accept(value);
                    return kernel.output();
                })
                .toArray();
    }

    private static int flags(Kernel kernel) {
        Window window = new Window(0, 0);
        kernel.endWindow(window);
        return window.qualityFlags();
    }
}
