package io.milliwatt.irrigation.zone;

import io.milliwatt.irrigation.reason.Setting;
import java.util.OptionalDouble;

/**
 * When a zone is refilled, and how far.
 *
 * @param managementAllowedDepletion MAD, part of the available water that may be used before the refill; empty to follow the crop's own p of the day
 * @param leaveRoomMillimetres depletion to leave after a refill, for rain to come
 * @param leastNetMillimetres what is not worth opening a valve for
 * @param acceptedStressDays of a season that may begin beyond the refill line so that water is saved; 0 for none
 */
public record RefillRule(
        OptionalDouble managementAllowedDepletion,
        double leaveRoomMillimetres,
        double leastNetMillimetres,
        int acceptedStressDays) {

    private static final int MOST_STRESS_DAYS = 200;

    /** At the crop's own limit, up to field capacity, from 3 mm. */
    public static final RefillRule BY_CROP = new RefillRule(OptionalDouble.empty(), 0, 3, 0);

    private static final double PERCENT = 100;
    private static final double MOST_DEPLETED_PERCENT = 99;

    public RefillRule {
        managementAllowedDepletion.ifPresent(
                part -> Setting.DEPLETED_PART.requireAbove(PERCENT * part, 0, MOST_DEPLETED_PERCENT));
        Setting.ROOM_FOR_RAIN.require(leaveRoomMillimetres, 0, 200);
        Setting.LEAST_IRRIGATION.require(leastNetMillimetres, 0, 100);
        Setting.ACCEPTED_STRESS_DAYS.require(acceptedStressDays, 0, MOST_STRESS_DAYS);
    }

    public static RefillRule at(double managementAllowedDepletion) {
        return new RefillRule(OptionalDouble.of(managementAllowedDepletion), 0, 3, 0);
    }

    /**
     * The depletion at which to refill, mm.
     *
     * @param available TAW, mm
     * @param depletionFraction p of the day
     */
    public double refillLine(double available, double depletionFraction) {
        return managementAllowedDepletion.orElse(depletionFraction) * available;
    }
}
