package io.milliwatt.irrigation.weather;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.milliwatt.irrigation.site.Position;
import io.milliwatt.irrigation.site.Site;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.function.IntPredicate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Hours become a day only as far as they are complete, also on days on which the clock changes. */
class SummedDayTest {

    private static final Site SITE =
            new Site("home", "Home", new Position(-6.3, 38.9), 210, ZoneId.of("Europe/Madrid"), "EUR");
    private static final LocalDate SUMMER = LocalDate.of(2026, 7, 1);
    private static final OptionalDouble NONE = OptionalDouble.empty();

    /** Every hour of the day rains 0.5 mm, whatever the clock says. */
    @ParameterizedTest
    @CsvSource({"2026-07-01, 24, 12.0", "2026-03-29, 23, 11.5", "2026-10-25, 25, 12.5"})
    void aDayIsAsLongAsTheClockMakesIt(LocalDate date, int hours, double rain) {
        List<MeasuredHour> rows = rows(date, hours, hour -> true);
        WeatherDay day = SummedDay.of(SITE, date, rows).orElseThrow();
        assertThat(day.rainMillimetres()).hasValue(rain);
        assertThat(day.missing()).isEmpty();
        assertThat(SummedDay.of(SITE, date, rows.subList(1, rows.size() - 3))
                        .orElseThrow()
                        .rainMillimetres())
                .isEmpty();
    }

    /** The row of midnight ends the day: its rain fell before it. */
    @Test
    void whatTheRowOfMidnightTellsFellOnTheDayBefore() {
        MeasuredHour midnight = new MeasuredHour(
                SITE.startOf(SUMMER.plusDays(1)), OptionalDouble.of(-9), NONE, NONE, OptionalDouble.of(7), NONE);
        List<MeasuredHour> rows = new ArrayList<>(rows(SUMMER, 24, hour -> hour < 24));
        rows.add(midnight);
        WeatherDay day = SummedDay.of(SITE, SUMMER, rows).orElseThrow();
        assertThat(day.rainMillimetres()).hasValue(23 * 0.5 + 7);
        assertThat(day.minimumCelsius().orElseThrow()).isGreaterThan(0);
        assertThat(SummedDay.of(SITE, SUMMER, List.of(midnight))).isEmpty();
    }

    @Test
    void aDayWithAHoleIsMarkedAndTellsOnlyWhatItCan() {
        WeatherDay spread = day(hour -> hour % 6 != 5);
        assertThat(spread.missing()).doesNotContain(SummedDay.PARTIAL);
        assertThat(spread.minimumCelsius()).isPresent();
        assertThat(spread.rainMillimetres()).as("a sum of 20 hours is none").isEmpty();
        assertThat(spread.missing()).contains("solar");
        WeatherDay hole = day(hour -> hour < 3 || hour > 6);
        assertThat(hole.missing()).contains(SummedDay.PARTIAL);
        assertThat(hole.minimumCelsius()).isEmpty();
        assertThat(hole.referenceMillimetres()).isEmpty();
    }

    /** Two hours lost of the sun are drawn between their neighbours; of rain nothing is made up. */
    @Test
    void aSumBridgesTwoHours() {
        WeatherDay whole = day(hour -> true);
        WeatherDay bridged = day(hour -> hour != 12 && hour != 13);
        assertThat(bridged.solarMegajoules().orElseThrow())
                .isCloseTo(whole.solarMegajoules().orElseThrow(), within(1.0));
        assertThat(bridged.rainMillimetres()).hasValue(11);
    }

    /** Both are of the same weather; by the hour it is a few per cent apart from the day's (Allen and others 2006). */
    @Test
    void theHoursReferenceIsNearTheDays() {
        WeatherDay hourly = day(hour -> true);
        WeatherDay daily = ReferenceDay.reckon(
                SITE,
                new WeatherDay(
                        SUMMER,
                        hourly.minimumCelsius(),
                        hourly.maximumCelsius(),
                        hourly.minimumHumidityPercent(),
                        hourly.maximumHumidityPercent(),
                        NONE,
                        hourly.windMetresPerSecond(),
                        NONE,
                        hourly.solarMegajoules(),
                        NONE,
                        List.of(),
                        "day"));
        double reference = hourly.referenceMillimetres().orElseThrow();
        assertThat(reference).isBetween(4.0, 9.0);
        assertThat(reference / daily.referenceMillimetres().orElseThrow()).isBetween(0.85, 1.15);
        assertThat(reference).isNotEqualTo(daily.referenceMillimetres().orElseThrow());
    }

    @Test
    void quartersOfAnHourAreSummedLikeHours() {
        List<MeasuredHour> quarters = new ArrayList<>();
        for (int quarter = 1; quarter <= 96; quarter++) {
            quarters.add(new MeasuredHour(
                    SITE.startOf(SUMMER).plus(Duration.ofMinutes(15L * quarter)),
                    OptionalDouble.of(20 + quarter % 4),
                    NONE,
                    NONE,
                    OptionalDouble.of(0.1),
                    NONE));
        }
        Optional<WeatherDay> day = SummedDay.of(SITE, SUMMER, quarters);
        assertThat(day.orElseThrow().rainMillimetres().orElseThrow()).isCloseTo(9.6, within(1e-9));
        assertThat(day.orElseThrow().maximumCelsius()).hasValue(23);
    }

    private static WeatherDay day(IntPredicate told) {
        return SummedDay.of(SITE, SUMMER, rows(SUMMER, 24, told)).orElseThrow();
    }

    /** Rows at the full hours from the first midnight to the last; what came in an hour stands with the row that ends it. */
    private static List<MeasuredHour> rows(LocalDate date, int hours, IntPredicate told) {
        List<MeasuredHour> rows = new ArrayList<>();
        for (int hour = 0; hour <= hours; hour++) {
            if (!told.test(hour)) {
                continue;
            }
            Instant at = SITE.startOf(date).plus(Duration.ofHours(hour));
            double height = Math.max(0, Math.sin(Math.PI * (hour - 7.5) / 14));
            rows.add(new MeasuredHour(
                    at,
                    OptionalDouble.of(18 + 12 * Math.sin(Math.PI * (hour - 9) / 12)),
                    OptionalDouble.of(55 - 25 * Math.sin(Math.PI * (hour - 9) / 12)),
                    OptionalDouble.of(2),
                    OptionalDouble.of(0.5),
                    OptionalDouble.of(hour > 7 && hour < 22 ? 3.1 * height : 0)));
        }
        return rows;
    }
}
