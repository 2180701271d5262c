package io.milliwatt.dsp.soil.plan;

import io.milliwatt.dsp.soil.balance.BalanceDay;
import io.milliwatt.dsp.soil.balance.BalanceState;
import io.milliwatt.dsp.soil.balance.DualCropBalance;
import io.milliwatt.dsp.soil.balance.FieldDay;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;

/** The rest of a season from a morning on, by the days that usually come; what a plan brings is tried on it. */
final class SeasonAhead {
    /** Of reference evapotranspiration over bare ground: what waterings to come will lose from the surface, in the mean. */
    private static final double SURFACE_LOSS = 0.1;

    private static final int NEVER = -1;

    private final DualCropBalance balance;
    private final BalanceState morning;
    private final double demandMultiplier;
    private final List<FieldDay> outlook;
    private final double[] useAfter;
    private final double readilyAvailableAtEnd;
    private final double mostUngiven;
    private final double[] lossWeight;
    private final RefillLine line;

    SeasonAhead(
            DualCropBalance balance,
            RefillLine line,
            BalanceState morning,
            double demandMultiplier,
            List<FieldDay> outlook,
            double[] lossWeight) {
        this.balance = balance;
        this.line = line;
        this.morning = morning;
        this.demandMultiplier = demandMultiplier;
        this.outlook = outlook;
        this.lossWeight = lossWeight;
        List<BalanceDay> dry = dry();
        useAfter = new double[dry.size()];
        for (int i = dry.size() - 2; i >= 0; i--) {
            useAfter[i] = useAfter[i + 1] + use(dry.get(i + 1));
        }
        BalanceDay last = dry.getLast();
        mostUngiven = useAfter[0] + last.availableInProfile();
        readilyAvailableAtEnd = line.millimetres(last) + last.availableInProfile() - last.available();
    }

    private List<BalanceDay> dry() {
        List<BalanceDay> days = new ArrayList<>(outlook.size());
        BalanceState state = morning;
        for (FieldDay usual : outlook) {
            BalanceDay day = balance.step(state, usual, demandMultiplier);
            days.add(day);
            state = day.evening();
        }
        return days;
    }

    private static double use(BalanceDay day) {
        double surface = SURFACE_LOSS
                * (1 - day.crop().coverFraction())
                * day.demandMultiplier()
                * day.input().reference();
        return day.unstressed() + surface;
    }

    /** All that the crop will use after a day's evening, less what the soil may give down to its refill line, mm. */
    double need(int daysAhead, BalanceDay dry) {
        return useAfter[daysAhead] - (readilyAvailableAtEnd - dry.evening().profileDepletion());
    }

    /** Ungiven so much, no water is given at all, however dry the soil is. */
    double mostUngiven() {
        return mostUngiven;
    }

    Trial attempt(SeasonPlan plan) {
        BalanceState state = morning;
        double water = 0;
        double lost = 0;
        int stressDays = 0;
        int waterings = 0;
        int lastWatering = NEVER;
        for (int i = 0; i < outlook.size(); i++) {
            FieldDay usual = outlook.get(i);
            BalanceDay day = balance.step(state, usual, demandMultiplier);
            double given = water(plan, i, day, water);
            if (given > 0) {
                water += given;
                waterings++;
                lastWatering = i;
                day = balance.step(state, usual.irrigated(plan.limits().watering(given)), demandMultiplier);
            }
            lost += lossWeight[i] * (day.unstressedTranspiration() - day.transpiration());
            stressDays += line.passed(state.rootZoneDepletion(), day) ? 1 : 0;
            state = day.evening();
        }
        return new Trial(
                plan.strategy(),
                new Expectation(
                        water,
                        stressDays,
                        lost,
                        waterings,
                        lastWatering == NEVER ? OptionalInt.empty() : OptionalInt.of(lastWatering)));
    }

    /** Days until a plan waters, 0 being the first; empty where it does not. */
    OptionalInt firstWatering(SeasonPlan plan, double given) {
        BalanceState state = morning;
        for (int i = 0; i < outlook.size(); i++) {
            BalanceDay day = balance.step(state, outlook.get(i), demandMultiplier);
            if (water(plan, i, day, given) > 0) {
                return OptionalInt.of(i);
            }
            state = day.evening();
        }
        return OptionalInt.empty();
    }

    private double water(SeasonPlan plan, int daysAhead, BalanceDay dry, double given) {
        return plan.decide(DryEvening.of(dry, line), need(daysAhead, dry), given)
                .millimetres();
    }

    /** What a strategy would bring. */
    record Trial(Strategy strategy, Expectation expected) {
        double water() {
            return expected.millimetres();
        }

        double yieldLost() {
            return expected.yieldLost();
        }

        int stressDays() {
            return expected.stressDays();
        }
    }
}
