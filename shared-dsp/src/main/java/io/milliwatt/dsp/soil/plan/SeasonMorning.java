package io.milliwatt.dsp.soil.plan;

import io.milliwatt.dsp.soil.balance.BalanceState;
import io.milliwatt.dsp.soil.balance.FieldDay;
import java.util.List;

/**
 * All that a season's decision may know in a morning.
 *
 * @param field what the account says of yesterday's evening
 * @param demandMultiplier of that account
 * @param today as it is expected, without irrigation
 * @param ahead the days from today to the crop's last, without irrigation: forecast ones, and usual ones after
 * @param given this season before today, mm
 * @param stressDays of this season before today
 */
public record SeasonMorning(
        BalanceState field,
        double demandMultiplier,
        FieldDay today,
        List<FieldDay> ahead,
        double given,
        int stressDays) {

    public SeasonMorning {
        if (ahead.isEmpty()) {
            throw new IllegalArgumentException("The crop's last day is over on day " + field.day()
                    + " of its season, so nothing of it can be planned");
        }
    }

    /** Since planting, the day of planting being 0. */
    public int day() {
        return field.day();
    }
}
