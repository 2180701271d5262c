package io.milliwatt.training.soil.forecast;

import io.milliwatt.dsp.fixedpoint.soil.SoilFlag;
import io.milliwatt.runtime.decision.SoilRule;
import java.util.List;

/** The numbers of the released decision rule that are not learnt. */
final class ForecastRule {

    /** Where no line is set: refill at half of the range that was seen, full at nine tenths. */
    private static final int REFILL_SHARE_Q8 = 128;

    private static final int FULL_SHARE_Q8 = 230;
    private static final int LEAD_TENTHS = 10;
    private static final int REPORT_CHANGE = 100;
    private static final int REPORT_TENTHS = 10;
    private static final int HEARTBEAT_HOURS = 24;

    /** A gap before a reading does not make it worse; all else does. */
    static final int QUALITY_MASK = (1 << SoilFlag.values().length) - 1 - SoilFlag.GAP.bit();

    private ForecastRule() {}

    static SoilRule of(List<Integer> multipliers, int shift, List<SoilRule.Spread> spreads) {
        return new SoilRule(
                multipliers,
                shift,
                REFILL_SHARE_Q8,
                FULL_SHARE_Q8,
                LEAD_TENTHS,
                REPORT_CHANGE,
                REPORT_TENTHS,
                HEARTBEAT_HOURS,
                spreads);
    }
}
