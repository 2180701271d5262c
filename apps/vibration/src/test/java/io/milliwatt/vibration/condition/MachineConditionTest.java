package io.milliwatt.vibration.condition;

import static org.assertj.core.api.Assertions.assertThat;

import io.milliwatt.dsp.vibration.BearingGeometry;
import io.milliwatt.dsp.vibration.SeverityLimits;
import io.milliwatt.dsp.vibration.SeverityZone;
import io.milliwatt.platform.alarms.Alarm;
import io.milliwatt.platform.alarms.AlarmState;
import io.milliwatt.platform.alarms.Priority;
import io.milliwatt.telemetry.Features;
import io.milliwatt.vibration.condition.MachineCondition.Heard;
import io.milliwatt.vibration.machine.Machine;
import io.milliwatt.vibration.machine.MountedBearing;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;

/** State, zone and urgency of a machine. */
class MachineConditionTest {

    private static final Instant NOW = Instant.parse("2026-06-15T12:00:00Z");
    private static final Machine FAN = new Machine(
            "fan",
            "Fan",
            "hall",
            OptionalLong.of(1),
            new MountedBearing("6205", new BearingGeometry(9, 7.94, 39.04, 0)),
            1797,
            SeverityLimits.of("2", "rigid"));

    @Test
    void aMachineThatWasNeverHeardOrIsSilentHasNoData() {
        assertThat(new MachineCondition(FAN, Optional.empty(), Optional.empty(), List.of(), true).state())
                .isEqualTo(MachineState.NO_DATA);
        assertThat(new MachineCondition(FAN, heard(100, 0), Optional.empty(), List.of(), true).state())
                .isEqualTo(MachineState.NO_DATA);
    }

    @Test
    void theStateFollowsTheWorstActiveAlarm() {
        assertThat(condition(100, 0).state()).isEqualTo(MachineState.NORMAL);
        assertThat(condition(100, 0, alarm(Priority.MEDIUM, AlarmState.ACTIVE_ACKNOWLEDGED))
                        .state())
                .isEqualTo(MachineState.WARNING);
        assertThat(condition(100, 0, alarm(Priority.HIGH, AlarmState.ACTIVE_UNACKNOWLEDGED))
                        .state())
                .isEqualTo(MachineState.ALARM);
        assertThat(condition(100, 0, alarm(Priority.HIGH, AlarmState.RETURNED_UNACKNOWLEDGED))
                        .state())
                .isEqualTo(MachineState.NORMAL);
    }

    @Test
    void aStoppedMachineIsStoppedUnlessAHighAlarmIsActive() {
        assertThat(condition(900, Features.MACHINE_STOPPED).state()).isEqualTo(MachineState.STOPPED);
        assertThat(condition(900, Features.MACHINE_STOPPED, alarm(Priority.HIGH, AlarmState.ACTIVE_ACKNOWLEDGED))
                        .state())
                .isEqualTo(MachineState.ALARM);
    }

    @Test
    void aValueOnABoundaryBelongsToTheBetterZone() {
        assertThat(condition(140, 0).zone()).contains(SeverityZone.A);
        assertThat(condition(141, 0).zone()).contains(SeverityZone.B);
        assertThat(condition(280, 0).zone()).contains(SeverityZone.B);
        assertThat(condition(450, 0).zone()).contains(SeverityZone.C);
        assertThat(condition(451, 0).zone()).contains(SeverityZone.D);
    }

    @Test
    void valuesThatCannotBeJudgedHaveNoZone() {
        for (long flag :
                new long[] {Features.MACHINE_STOPPED, Features.SENSOR_FAULT, Features.FLAT_LINE, Features.WARMING_UP}) {
            assertThat(condition(900, flag).zone()).as("flag %d", flag).isEmpty();
        }
    }

    @Test
    void anUnacknowledgedHighAlarmComesBeforeAnyZoneAndAZoneBeforeAVerdict() {
        int unacknowledged = condition(100, 0, alarm(Priority.HIGH, AlarmState.ACTIVE_UNACKNOWLEDGED))
                .urgency();
        int acknowledged = condition(900, 0, alarm(Priority.HIGH, AlarmState.ACTIVE_ACKNOWLEDGED))
                .urgency();
        int zoneD = condition(900, 0).urgency();
        int zoneC = condition(400, 0).urgency();
        int verdict = new MachineCondition(
                        FAN, heard(200, 0), Optional.of(new Verdict(Fault.OUTER_RACE, 1, NOW)), List.of(), false)
                .urgency();
        assertThat(List.of(
                        unacknowledged,
                        acknowledged,
                        zoneD,
                        zoneC,
                        verdict,
                        condition(100, 0).urgency()))
                .isSortedAccordingTo(java.util.Comparator.reverseOrder())
                .doesNotHaveDuplicates();
    }

    @Test
    void theMeasuredSpeedGoesBeforeTheNominalOne() {
        assertThat(condition(100, 0).shaftSpeedRpm()).isEqualTo(1750.2);
        assertThat(new MachineCondition(FAN, Optional.empty(), Optional.empty(), List.of(), true).shaftSpeedRpm())
                .isEqualTo(1797);
    }

    private static MachineCondition condition(long velocityCounts, long flags, Alarm... alarms) {
        return new MachineCondition(FAN, heard(velocityCounts, flags), Optional.empty(), List.of(alarms), false);
    }

    private static Optional<Heard> heard(long velocityCounts, long flags) {
        List<Long> values = List.of(velocityCounts, 0L, 0L, 300L, 300L, 0L, 0L, 0L, 0L, 2_917L);
        return Optional.of(new Heard(NOW, Readings.of(1, 1, values), new SignalQuality(flags)));
    }

    private static Alarm alarm(Priority priority, AlarmState state) {
        return new Alarm(
                1,
                "fan",
                "rule",
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
                false);
    }
}
