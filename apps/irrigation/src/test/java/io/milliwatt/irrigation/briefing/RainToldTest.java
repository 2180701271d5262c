package io.milliwatt.irrigation.briefing;

import static org.assertj.core.api.Assertions.assertThat;

import io.milliwatt.irrigation.weather.ForecastDay;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class RainToldTest {
    private static final LocalDate TODAY = LocalDate.of(2026, 7, 1);
    private static final Instant MORNING = Instant.parse("2026-07-01T05:00:00Z");
    private static final List<Integer> DRY = List.of(0, 0, 0, 0, 0, 0, 0);

    private static Optional<RainTold> next(
            Optional<RainTold> before, List<Integer> wanted, LocalDate day, Instant now) {
        return RainTold.next(before, Optional.of(wanted), day, now);
    }

    @Test
    void whatIsExpectedIsTheAmountByItsProbabilityOfSevenDaysOrNothing() {
        List<ForecastDay> days = new ArrayList<>();
        for (int day = 0; day < 7; day++) {
            days.add(new ForecastDay(TODAY.plusDays(day), 14, 30, day == 2 ? 12 : 0, day == 2 ? 0.75 : 0, 5));
        }
        assertThat(RainTold.expected(TODAY, days)).contains(List.of(0, 0, 90, 0, 0, 0, 0));
        assertThat(RainTold.expected(TODAY, days.subList(0, 6))).isEmpty();
        assertThat(RainTold.expected(TODAY.plusDays(1), days)).isEmpty();
    }

    @Test
    void itIsToldOnceADayAndAgainOnlyForFiveMillimetresAndNotWithinSixHours() {
        Optional<RainTold> first = next(Optional.empty(), DRY, TODAY, MORNING);
        assertThat(first).isPresent();
        Instant noon = MORNING.plus(Duration.ofHours(7));
        assertThat(next(first, DRY, TODAY, noon)).isEmpty();
        assertThat(next(first, List.of(0, 49, 0, 0, 0, 0, 0), TODAY, noon)).isEmpty();
        assertThat(next(first, List.of(0, 50, 0, 0, 0, 0, 0), TODAY, MORNING.plus(Duration.ofHours(5))))
                .isEmpty();
        assertThat(next(first, List.of(0, 50, 0, 0, 0, 0, 0), TODAY, noon)).isPresent();
        assertThat(next(first, List.of(20, 10, 20, 0, 0, 0, 0), TODAY, noon)).isPresent();
        assertThat(next(first, DRY, TODAY.plusDays(1), MORNING.plus(Duration.ofHours(20))))
                .isPresent();
    }

    @Test
    void aForecastThatEndsIsTakenBackOnceWhileTheNodeBelievesIt() {
        Optional<RainTold> told = next(Optional.empty(), DRY, TODAY, MORNING);
        Optional<RainTold> back =
                RainTold.next(told, Optional.empty(), TODAY.plusDays(2), MORNING.plus(Duration.ofDays(2)));
        assertThat(back)
                .hasValueSatisfying(word -> assertThat(word.tenthsMillimetre()).isEmpty());
        assertThat(RainTold.next(back, Optional.empty(), TODAY.plusDays(2), MORNING.plus(Duration.ofDays(2))))
                .isEmpty();
        assertThat(RainTold.next(told, Optional.empty(), TODAY.plusDays(3), MORNING.plus(Duration.ofDays(3))))
                .isEmpty();
        assertThat(RainTold.next(Optional.empty(), Optional.empty(), TODAY, MORNING))
                .isEmpty();
    }
}
