package io.milliwatt.irrigation.season;

import io.milliwatt.dsp.soil.plan.StandingPlan;
import java.time.LocalDate;
import java.util.OptionalDouble;

/**
 * A zone's plan as it stands; water in it is net of losses and leaching, mm.
 *
 * @param madeOn the site's date
 * @param settings what of the zone's set-up it was made for; with another one it is made anew
 * @param lastCropDay to which it reaches
 * @param yearsOfPast that its usual weather stands on; 0 where the last days go on with the sun's course
 * @param acceptedStressDays of the whole season
 * @param stressDaysBefore of the season before it was made
 * @param allocationLeft when it was made; empty where no allocation reaches to the crop's end
 * @param allocationIsShort whether the allocation cannot keep the days that are accepted, so that the plan spends it where it costs the least yield
 */
public record ZonePlan(
        StandingPlan standing,
        LocalDate madeOn,
        String settings,
        LocalDate lastCropDay,
        int yearsOfPast,
        int acceptedStressDays,
        int stressDaysBefore,
        OptionalDouble allocationLeft,
        boolean allocationIsShort) {}
