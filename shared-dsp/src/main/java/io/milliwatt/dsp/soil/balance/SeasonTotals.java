package io.milliwatt.dsp.soil.balance;

import java.util.List;
import java.util.function.ToDoubleFunction;

/**
 * Sums of a season or a part of it, mm.
 *
 * @param basal by the foreseen basal coefficient
 */
public record SeasonTotals(
        double reference,
        double singleCoefficient,
        double basal,
        double largest,
        double unstressed,
        double evapotranspiration,
        double evaporation,
        double transpiration,
        double percolation,
        double irrigation,
        double irrigationLoss,
        double rain,
        double runoff) {

    public static SeasonTotals of(List<BalanceDay> days) {
        return new SeasonTotals(
                sum(days, day -> day.input().reference()),
                sum(days, day -> day.crop().single() * day.input().reference()),
                sum(days, day -> day.crop().foreseenBasal() * day.input().reference()),
                sum(days, day -> day.crop().largest() * day.input().reference()),
                sum(days, BalanceDay::unstressed),
                sum(days, BalanceDay::evapotranspiration),
                sum(days, BalanceDay::evaporation),
                sum(days, BalanceDay::transpiration),
                sum(days, BalanceDay::percolation),
                sum(days, day -> day.input().irrigation().applied()),
                sum(days, day -> day.input().irrigation().loss()),
                sum(days, day -> day.input().rain()),
                sum(days, BalanceDay::runoff));
    }

    private static double sum(List<BalanceDay> days, ToDoubleFunction<BalanceDay> quantity) {
        return days.stream().mapToDouble(quantity).sum();
    }
}
