package io.milliwatt.irrigation.alarm;

import io.milliwatt.irrigation.reason.Reason;
import io.milliwatt.irrigation.reason.ReasonCode;
import io.milliwatt.platform.alarms.Observation.Measured;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;

/** How much of an allocation is used, before it is spent: of a zone in mm, of a water source in m³. */
public final class AllocationWatch {

    /** From this part on there is still time to do something about it. */
    private static final double TOLD_FROM_PERCENT = 80;

    private static final double PERCENT = 100;

    private AllocationWatch() {}

    public static Finding ofZone(
            AlarmSource zone, double usedMillimetres, double limitMillimetres, LocalDate until, Instant now) {
        return finding(
                zone,
                usedMillimetres / limitMillimetres,
                Reason.of(ReasonCode.ALLOCATION_USED_MILLIMETRES)
                        .with("usedMillimetres", usedMillimetres)
                        .with("limitMillimetres", limitMillimetres),
                until,
                now);
    }

    public static Finding ofSource(
            AlarmSource source, double usedCubicMetres, double limitCubicMetres, LocalDate until, Instant now) {
        return finding(
                source,
                usedCubicMetres / limitCubicMetres,
                Reason.of(ReasonCode.ALLOCATION_USED_CUBIC_METRES)
                        .with("usedCubicMetres", usedCubicMetres)
                        .with("limitCubicMetres", limitCubicMetres),
                until,
                now);
    }

    private static Finding finding(AlarmSource source, double share, Reason used, LocalDate until, Instant now) {
        Reason reason = used.with("percent", PERCENT * share).with("until", until.toString());
        return new Finding(
                source,
                FarmRules.allocation(TOLD_FROM_PERCENT, reason.sentence()),
                new Measured(now, PERCENT * share),
                List.of(reason));
    }
}
