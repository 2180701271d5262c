package io.milliwatt.irrigation.recommendation;

import java.util.OptionalDouble;

/**
 * The numbers that a recommendation stands on; all shown beside it.
 *
 * @param depletion now, mm
 * @param spread its standard error, mm
 * @param refillLine mm
 * @param available TAW, mm
 * @param cropUsePerDay ETc of today and tomorrow, mm a day
 * @param expectedRain of today's rest and the two days after, mm
 * @param rainProbability highest of these days; empty without a forecast
 * @param daysToRefill by the balance; empty where it is beyond the forecast
 * @param nodeDaysToRefill by the node
 * @param stressPercent what of its transpiration the crop gets, 0 to 100
 */
public record Figures(
        double depletion,
        double spread,
        double refillLine,
        double available,
        double cropUsePerDay,
        double expectedRain,
        OptionalDouble rainProbability,
        OptionalDouble daysToRefill,
        OptionalDouble nodeDaysToRefill,
        double stressPercent) {}
