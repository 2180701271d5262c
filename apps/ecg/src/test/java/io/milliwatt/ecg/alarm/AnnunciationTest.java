package io.milliwatt.ecg.alarm;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.milliwatt.ecg.event.EventClass;
import io.milliwatt.platform.alarms.Alarm;
import io.milliwatt.platform.alarms.AlarmState;
import io.milliwatt.platform.alarms.Priority;
import java.time.Instant;
import java.util.Optional;
import java.util.OptionalDouble;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What people see and hear of an alarm, case by case, and what breaks a pause. */
class AnnunciationTest {

    private static final Instant NOW = Instant.parse("2026-11-28T22:00:00Z");

    @ParameterizedTest
    @CsvSource({
        "ACTIVE_UNACKNOWLEDGED, , BRADYCARDIA, ACTIVE, true",
        "ACTIVE_ACKNOWLEDGED, , BRADYCARDIA, ACKNOWLEDGED, false",
        "RETURNED_UNACKNOWLEDGED, , ASYSTOLE, LATCHED, true",
        "NORMAL, , ASYSTOLE, OVER, false",
        "ACTIVE_UNACKNOWLEDGED, AUDIO_PAUSED, BRADYCARDIA, AUDIO_PAUSED, false",
        "ACTIVE_UNACKNOWLEDGED, AUDIO_PAUSED, ASYSTOLE, AUDIO_PAUSED, false",
        "ACTIVE_ACKNOWLEDGED, AUDIO_PAUSED, BRADYCARDIA, ACKNOWLEDGED, false",
        "ACTIVE_UNACKNOWLEDGED, ALARM_PAUSED, BRADYCARDIA, ALARM_PAUSED, false",
        "ACTIVE_UNACKNOWLEDGED, AUDIO_OFF, BRADYCARDIA, AUDIO_PAUSED, false",
        "ACTIVE_UNACKNOWLEDGED, AUDIO_OFF, VENTRICULAR_FIBRILLATION, ACTIVE, true",
        "ACTIVE_UNACKNOWLEDGED, ALARM_OFF, BRADYCARDIA, OFF, false",
        "ACTIVE_UNACKNOWLEDGED, ALARM_OFF, VENTRICULAR_TACHYCARDIA, ACTIVE, true"
    })
    void eachStateUnderEachPauseIsSeenAndHeardAsItMustBe(
            AlarmState state, Pause.Kind held, EventClass eventClass, Annunciation expected, boolean sounds) {
        Alarm alarm = alarm(eventClass, Priority.HIGH, state, false);
        Annunciation annunciation =
                Annunciation.of(alarm, Optional.ofNullable(held).map(kind -> pause(kind, Optional.empty())));
        assertThat(annunciation).isEqualTo(expected);
        assertThat(annunciation.sounds(alarm)).isEqualTo(sounds);
    }

    @Test
    void whatCameLateIsSeenAndNotHeard() {
        Alarm late = alarm(EventClass.ASYSTOLE, Priority.HIGH, AlarmState.ACTIVE_UNACKNOWLEDGED, true);
        assertThat(Annunciation.of(late, Optional.empty())).isEqualTo(Annunciation.ACTIVE);
        assertThat(Annunciation.ACTIVE.sounds(late)).isFalse();
        assertThat(pause(Pause.Kind.AUDIO_PAUSED, Optional.empty()).isBrokenBy(late))
                .isFalse();
    }

    @ParameterizedTest
    @CsvSource({
        "AUDIO_PAUSED, MEDIUM, HIGH, true",
        "AUDIO_PAUSED, MEDIUM, MEDIUM, false",
        "ALARM_PAUSED, LOW, MEDIUM, true",
        "ALARM_PAUSED, HIGH, HIGH, false",
        "AUDIO_PAUSED, , LOW, true",
        "AUDIO_OFF, LOW, HIGH, false"
    })
    void aHigherAlarmThanAnyBeforeBreaksAPause(Pause.Kind kind, Priority before, Priority raised, boolean broken) {
        Alarm alarm = alarm(EventClass.PAUSE, raised, AlarmState.ACTIVE_UNACKNOWLEDGED, false);
        assertThat(pause(kind, Optional.ofNullable(before)).isBrokenBy(alarm)).isEqualTo(broken);
    }

    @Test
    void technicalAlarmsStandBehindOthersOfTheirPriority() {
        assertThat(Annunciation.rank(Priority.HIGH, true)).isLessThan(Annunciation.rank(Priority.MEDIUM, false));
        assertThat(Annunciation.rank(Priority.LOW, true)).isGreaterThan(Annunciation.rank(Priority.LOW, false));
    }

    @Test
    void aPauseRunsOutAtItsEnd() {
        Pause pause = pause(Pause.Kind.AUDIO_PAUSED, Optional.empty());
        assertThat(pause.isOver(NOW.plusSeconds(119))).isFalse();
        assertThat(pause.isOver(NOW.plusSeconds(120))).isTrue();
        assertThatThrownBy(() -> new Pause(
                        "P", Pause.Kind.AUDIO_PAUSED, NOW, Optional.of(NOW.plusSeconds(601)), "ann", Optional.empty()))
                .hasMessageContaining("601 s");
    }

    private static Pause pause(Pause.Kind kind, Optional<Priority> highest) {
        return new Pause(
                "P",
                kind,
                NOW,
                kind.endsByItself() ? Optional.of(NOW.plusSeconds(120)) : Optional.empty(),
                "ann",
                highest);
    }

    private static Alarm alarm(EventClass eventClass, Priority priority, AlarmState state, boolean late) {
        return new Alarm(
                1,
                "P-00000000/7",
                eventClass.label(),
                priority,
                state,
                NOW,
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                "Something.",
                OptionalDouble.empty(),
                OptionalDouble.empty(),
                "",
                late);
    }
}
