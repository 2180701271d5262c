package io.milliwatt.dsp.soil.plan;

import io.milliwatt.dsp.soil.balance.BalanceDay;

/**
 * How the root zone stands in the evening of a day on which no water is given; mm.
 *
 * @param day since planting, the day of planting being 0
 * @param depletion Dr
 * @param available TAW
 * @param refillLine of the whole day
 */
public record DryEvening(int day, double depletion, double available, double refillLine) {

    static DryEvening of(BalanceDay dry, RefillLine line) {
        return new DryEvening(
                dry.evening().day() - 1, dry.evening().rootZoneDepletion(), dry.available(), line.millimetres(dry));
    }
}
