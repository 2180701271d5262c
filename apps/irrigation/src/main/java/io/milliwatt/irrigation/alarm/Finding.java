package io.milliwatt.irrigation.alarm;

import io.milliwatt.irrigation.reason.Reason;
import io.milliwatt.platform.alarms.AlarmRule;
import io.milliwatt.platform.alarms.Observation;
import java.util.List;

/**
 * What a look at the farm found for one rule.
 *
 * @param reasons that an alarm is told with, in codes and numbers
 */
public record Finding(AlarmSource source, AlarmRule rule, Observation observation, List<Reason> reasons) {

    public Finding {
        reasons = List.copyOf(reasons);
    }
}
