package io.milliwatt.irrigation.alarm;

import static io.milliwatt.irrigation.TestFarm.MADRID;
import static io.milliwatt.irrigation.TestFarm.at;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.milliwatt.platform.alarms.Alarm;
import io.milliwatt.platform.alarms.AlarmEngine;
import io.milliwatt.platform.alarms.AlarmRule;
import io.milliwatt.platform.alarms.Observation;
import io.milliwatt.platform.alarms.Standing;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import org.junit.jupiter.api.Test;

class QuietHoursTest {
    private static final LocalDate DAY = LocalDate.of(2026, 10, 24);
    private static final QuietHours NIGHT = new QuietHours(LocalTime.of(21, 0), LocalTime.of(6, 0));

    /** The clock goes back on the morning of the 25th, so that six o'clock is an hour later. */
    @Test
    void aNightGoesByTheFarmsClock() {
        assertThat(NIGHT.covers(at(DAY, 20, 59), MADRID)).isFalse();
        assertThat(NIGHT.covers(at(DAY, 21, 0), MADRID)).isTrue();
        assertThat(NIGHT.covers(Instant.parse("2026-10-25T04:59:00Z"), MADRID)).isTrue();
        assertThat(NIGHT.covers(Instant.parse("2026-10-25T05:00:00Z"), MADRID)).isFalse();
        QuietHours noon = new QuietHours(LocalTime.of(12, 0), LocalTime.of(14, 0));
        assertThat(noon.covers(at(DAY, 13, 0), MADRID)).isTrue();
        assertThat(noon.covers(at(DAY, 15, 0), MADRID)).isFalse();
    }

    @Test
    void onlyWhatIsUrgentSoundsAtNight() {
        assertThat(NIGHT.silences(raised(FarmRules.leak(), at(DAY, 23, 0)), MADRID))
                .isFalse();
        assertThat(NIGHT.silences(raised(FarmRules.refillNow(), at(DAY, 23, 0)), MADRID))
                .isTrue();
        assertThat(NIGHT.silences(raised(FarmRules.refillNow(), at(DAY, 12, 0)), MADRID))
                .isFalse();
    }

    @Test
    void aConditionSeenAgainAndAgainIsOneAlarm() {
        AlarmEngine engine = new AlarmEngine(Clock.systemUTC(), () -> 1);
        Standing standing = Standing.BLANK;
        int steps = 0;
        for (int i = 0; i < 50; i++) {
            var outcome = engine.observe(
                    "valve:v1",
                    FarmRules.leak(),
                    standing,
                    Observation.Report.of(at(DAY, 2, 0).plusSeconds(60L * i), true));
            standing = outcome.standing();
            steps += outcome.transition().isPresent() ? 1 : 0;
        }
        assertThat(steps).isEqualTo(1);
    }

    @Test
    void sourcesAreReadAsTheyAreWritten() {
        AlarmSource source = AlarmSource.probe("p1");
        assertThat(AlarmSource.parse(source.text())).isEqualTo(source);
        assertThatThrownBy(() -> AlarmSource.parse("tree:1")).hasMessageContaining("names no source");
    }

    private static Alarm raised(AlarmRule rule, Instant at) {
        return new AlarmEngine(Clock.systemUTC(), () -> 1)
                .observe("zone:a", rule, Standing.BLANK, Observation.Report.of(at, true))
                .standing()
                .openAlarm()
                .orElseThrow();
    }
}
