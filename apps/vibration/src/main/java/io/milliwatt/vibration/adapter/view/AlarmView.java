package io.milliwatt.vibration.adapter.view;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import io.milliwatt.platform.alarms.Alarm;
import io.milliwatt.platform.alarms.rest.AlarmFacts;

/** An alarm as lists show it. */
public record AlarmView(@JsonUnwrapped AlarmFacts facts, String machineId, String machineName) {

    static AlarmView of(Alarm alarm, String machineName) {
        return new AlarmView(AlarmFacts.of(alarm), alarm.source(), machineName);
    }
}
