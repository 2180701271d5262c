package io.milliwatt.irrigation.briefing;

import static org.assertj.core.api.Assertions.assertThat;

import io.milliwatt.telemetry.command.IrrigationCommand.Lines;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class LinesToldTest {
    private static final LocalDate TODAY = LocalDate.of(2026, 7, 1);
    private static final Instant NOON = Instant.parse("2026-07-01T12:00:00Z");
    private static final List<Lines> LINES = List.of(new Lines(1_900, 2_700), new Lines(2_000, 2_700));

    private static Optional<LinesTold> next(
            Optional<LinesTold> before, List<Lines> wanted, Instant heard, Instant now) {
        return LinesTold.next(before, wanted, TODAY, new NodeSign(heard, 3), now);
    }

    private static LinesTold told(int tries, Instant at, Optional<Instant> confirmed) {
        return new LinesTold(LINES, TODAY, at, tries, 3, confirmed);
    }

    @Test
    void aNodeThatKnowsNothingIsToldAtOnce() {
        assertThat(next(Optional.empty(), LINES, NOON.minusSeconds(60), NOON))
                .contains(told(1, NOON, Optional.empty()));
    }

    @Test
    void whatIsConfirmedIsToldAgainOnlyWhereItHasMovedByWhatASensorCanSee() {
        Optional<LinesTold> confirmed = Optional.of(told(1, NOON, Optional.of(NOON.plusSeconds(600))));
        Instant later = NOON.plus(Duration.ofDays(30));
        assertThat(next(confirmed, LINES, later, later)).isEmpty();
        assertThat(next(confirmed, List.of(new Lines(1_881, 2_700), new Lines(2_000, 2_719)), later, later))
                .isEmpty();
        List<Lines> moved = List.of(new Lines(1_880, 2_700), new Lines(2_000, 2_700));
        assertThat(next(confirmed, moved, later, later)).hasValueSatisfying(fresh -> {
            assertThat(fresh.lines()).isEqualTo(moved);
            assertThat(fresh.confirmedAt()).isEmpty();
            assertThat(fresh.tries()).isEqualTo(1);
        });
        assertThat(next(confirmed, LINES.subList(0, 1), later, later)).isPresent();
    }

    @Test
    void aNodeThatDoesNotConfirmIsToldFourTimesAtMostAndLessAndLessOften() {
        Optional<LinesTold> state = next(Optional.empty(), LINES, NOON, NOON);
        int words = 1;
        Instant last = NOON;
        Duration shortest = Duration.ofMinutes(30);
        for (Instant now = NOON; now.isBefore(NOON.plus(Duration.ofDays(20))); now = now.plus(Duration.ofMinutes(5))) {
            Optional<LinesTold> again = next(state, LINES, now, now);
            if (again.isPresent()) {
                Duration pause = Duration.between(last, now);
                assertThat(pause).isGreaterThanOrEqualTo(shortest);
                shortest = pause;
                last = now;
                words++;
                state = again;
            }
        }
        assertThat(words).isEqualTo(LinesTold.MOST_TRIES);
    }

    @Test
    void aSilentNodeCostsNoTries() {
        Optional<LinesTold> once = Optional.of(told(1, NOON, Optional.empty()));
        assertThat(next(once, LINES, NOON.minusSeconds(1), NOON.plus(Duration.ofDays(3))))
                .isEmpty();
        assertThat(next(once, LINES, NOON.plusSeconds(1), NOON.plus(Duration.ofDays(3))))
                .hasValueSatisfying(again -> assertThat(again.tries()).isEqualTo(2));
    }

    @Test
    void aNodeThatWasStartedAnewIsToldAgainButNotMoreThanTwiceAnHour() {
        Optional<LinesTold> confirmed = Optional.of(told(1, NOON, Optional.of(NOON.plusSeconds(60))));
        Instant soon = NOON.plus(Duration.ofMinutes(29));
        Instant later = NOON.plus(Duration.ofMinutes(31));
        assertThat(LinesTold.next(confirmed, LINES, TODAY, new NodeSign(soon, 4), soon))
                .isEmpty();
        assertThat(LinesTold.next(confirmed, LINES, TODAY, new NodeSign(soon, 4), later))
                .hasValueSatisfying(again -> assertThat(again.boot()).isEqualTo(4));
    }
}
