package io.milliwatt.irrigation.safety;

import io.milliwatt.irrigation.reason.Reason;
import io.milliwatt.irrigation.reason.ReasonCode;
import java.time.Instant;

/** Everything is stopped until a person releases it. */
public record EmergencyStop(Instant since, String by, String why) {

    public Reason reason() {
        return Reason.of(ReasonCode.EMERGENCY_STOP).with("by", by).with("why", why);
    }
}
