package io.milliwatt.irrigation.zone;

import java.util.OptionalDouble;

/**
 * When a zone is refilled, and how far.
 *
 * @param managementAllowedDepletion MAD, part of the available water that may be used before the refill; empty to follow the crop's own p of the day
 * @param leaveRoomMillimetres depletion to leave after a refill, for rain to come
 * @param leastNetMillimetres what is not worth opening a valve for
 */
public record RefillRule(
        OptionalDouble managementAllowedDepletion, double leaveRoomMillimetres, double leastNetMillimetres) {

    /** At the crop's own limit, up to field capacity, from 3 mm. */
    public static final RefillRule BY_CROP = new RefillRule(OptionalDouble.empty(), 0, 3);

    public RefillRule {
        managementAllowedDepletion.ifPresent(part -> {
            if (!(part > 0 && part < 1)) {
                throw new IllegalArgumentException(
                        "The management allowed depletion is " + part + "; it must lie between 0 and 1: 50 % is 0.5.");
            }
        });
        if (!(leaveRoomMillimetres >= 0 && leaveRoomMillimetres <= 200)) {
            throw new IllegalArgumentException(
                    "The room left for rain is " + leaveRoomMillimetres + " mm; it must be 0 to 200 mm.");
        }
        if (!(leastNetMillimetres >= 0 && leastNetMillimetres <= 100)) {
            throw new IllegalArgumentException(
                    "The least irrigation is " + leastNetMillimetres + " mm; it must be 0 to 100 mm.");
        }
    }

    public static RefillRule at(double managementAllowedDepletion) {
        return new RefillRule(OptionalDouble.of(managementAllowedDepletion), 0, 3);
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
