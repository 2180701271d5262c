package io.milliwatt.training.soil.season;

import io.milliwatt.dsp.soil.balance.BalanceDay;
import io.milliwatt.dsp.soil.balance.BalanceState;
import io.milliwatt.dsp.soil.balance.DualCropBalance;
import io.milliwatt.dsp.soil.balance.FieldDay;
import io.milliwatt.dsp.soil.balance.Irrigation;
import io.milliwatt.dsp.soil.crop.Crop;
import io.milliwatt.dsp.soil.plan.UsualDay;
import java.util.ArrayList;
import java.util.List;

/**
 * All that a rule may know in the morning.
 *
 * @param day of the season, from 0
 * @param past days that have been, with their water
 * @param believed what the schedule's own account says of yesterday's evening; the truth may be another
 * @param demandMultiplier of that account
 * @param usual how this season's water is given; its amount does not matter
 * @param largestEvent that the system applied in a day and the next of this season, mm
 * @param lastDay after which the crop takes no harm, from its stages
 */
record Morning(
        int day,
        List<FieldDay> past,
        BalanceState believed,
        double demandMultiplier,
        DualCropBalance balance,
        Crop crop,
        Irrigation usual,
        double largestEvent,
        int lastDay) {

    /** The days to come if no water falls or is given. */
    List<BalanceDay> ifItStaysDry(int days) {
        FieldDay usual = usualDay();
        List<BalanceDay> forecast = new ArrayList<>(days);
        BalanceState state = believed;
        for (int i = 0; i < days; i++) {
            BalanceDay stepped = balance.step(state, usual, demandMultiplier);
            forecast.add(stepped);
            state = stepped.evening();
        }
        return forecast;
    }

    /** A day like the last ones, without water. */
    FieldDay usualDay() {
        return UsualDay.after(past);
    }
}
