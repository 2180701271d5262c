package io.milliwatt.irrigation.alarm;

import static io.milliwatt.irrigation.TestFarm.MADRID;
import static io.milliwatt.irrigation.TestFarm.at;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.milliwatt.irrigation.reason.Reason;
import io.milliwatt.irrigation.reason.ReasonCode;
import io.milliwatt.platform.alarms.AlarmEngine;
import io.milliwatt.platform.alarms.AlarmState;
import io.milliwatt.platform.alarms.Observation;
import io.milliwatt.platform.alarms.Priority;
import io.milliwatt.platform.alarms.Standing;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import org.junit.jupiter.api.Test;

class FarmAlarmTest {
    private static final LocalDate DAY = LocalDate.of(2026, 10, 24);
    private static final Reason LEAKS = Reason.of(ReasonCode.LEAK).with("litresPerMinute", 12);

    @Test
    void quietHoursHoldBackAllButUrgentAlarmsUntilMorning() {
        QuietHours quiet = QuietHours.USUAL;
        assertThat(quiet.toldAt(at(DAY, 20, 0), Priority.LOW, MADRID)).isEqualTo(at(DAY, 20, 0));
        // The night of the change of the clock: six o'clock is an hour later.
        assertThat(quiet.toldAt(at(DAY, 22, 0), Priority.MEDIUM, MADRID)).isEqualTo(at(DAY.plusDays(1), 6, 0));
        assertThat(quiet.toldAt(at(DAY, 3, 0), Priority.MEDIUM, MADRID)).isEqualTo(at(DAY, 6, 0));
        assertThat(quiet.toldAt(at(DAY, 22, 0), Priority.HIGH, MADRID)).isEqualTo(at(DAY, 22, 0));
    }

    @Test
    void aConditionSeenAgainAndAgainIsOneAlarm() {
        AlarmEngine engine = new AlarmEngine(Clock.systemUTC(), () -> 1);
        Standing standing = Standing.BLANK;
        int steps = 0;
        for (int i = 0; i < 50; i++) {
            var outcome = engine.observe(
                    "valve:v1",
                    FarmAlarm.LEAK.rule(LEAKS),
                    standing,
                    Observation.Report.of(at(DAY, 2, 0).plusSeconds(60L * i), true));
            standing = outcome.standing();
            steps += outcome.transition().isPresent() ? 1 : 0;
        }
        assertThat(steps).isEqualTo(1);
        assertThat(standing.openAlarm().orElseThrow().message())
                .isEqualTo("Water flows at 12 l/min though nothing is open.");
        assertThat(QuietHours.USUAL.silences(standing.openAlarm().orElseThrow(), MADRID))
                .isFalse();
    }

    @Test
    void aSensorThatRecoversWithinTheHourCallsNobody() {
        AlarmEngine engine = new AlarmEngine(Clock.systemUTC(), () -> 1);
        Reason flat =
                Reason.of(ReasonCode.SENSOR_FLAT).with("depthCentimetres", 40).with("hours", 30);
        Standing standing = Standing.BLANK;
        for (int minute : new int[] {0, 15, 30, 45}) {
            standing = seen(engine, flat, standing, at(DAY, 10, minute), true);
        }
        standing = seen(engine, flat, standing, at(DAY, 10, 50), false);
        assertThat(standing.openAlarm()).isEmpty();
        for (int minute : new int[] {0, 30, 59}) {
            standing = seen(engine, flat, standing, at(DAY, 12, minute), true);
        }
        standing = seen(engine, flat, standing, at(DAY, 13, 0), true);
        assertThat(standing.openAlarm().orElseThrow().state()).isEqualTo(AlarmState.ACTIVE_UNACKNOWLEDGED);
    }

    @Test
    void sourcesAreReadAsTheyAreWritten() {
        AlarmSource source = new AlarmSource(AlarmSource.Kind.PROBE, "p1");
        assertThat(AlarmSource.parse(source.text())).isEqualTo(source);
        assertThatThrownBy(() -> AlarmSource.parse("tree:1")).hasMessageContaining("names no source");
        assertThat(FarmAlarm.fromLabel("moisture-not-rising")).contains(FarmAlarm.MOISTURE_NOT_RISING);
    }

    private static Standing seen(AlarmEngine engine, Reason reason, Standing standing, Instant at, boolean present) {
        return engine.observe(
                        "probe:p1", FarmAlarm.SENSOR_FAULT.rule(reason), standing, Observation.Report.of(at, present))
                .standing();
    }
}
