package io.milliwatt.irrigation.season;

import io.milliwatt.dsp.soil.plan.WaterDecision;
import io.milliwatt.irrigation.reason.Reason;
import java.time.LocalDate;
import java.util.Optional;

/** What the season says to a zone's water tonight. */
public sealed interface SeasonWord {

    /**
     * There is a plan.
     *
     * @param renewed whether it was made just now
     * @param tonight its decision, net mm
     * @param next when it is to water if the days to come are usual ones; empty where it waters no more
     */
    record Planned(ZonePlan plan, boolean renewed, WaterDecision tonight, Optional<LocalDate> next)
            implements SeasonWord {}

    /**
     * There is none, so the refill line alone decides.
     *
     * @param why there is none
     */
    record Unplanned(Reason why) implements SeasonWord {}
}
