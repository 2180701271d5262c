package io.milliwatt.runtime.soil;

import io.milliwatt.runtime.decision.SoilRule;
import java.util.List;

/** When the root zone's water crosses the refill line if no rain falls, in tenths of a day. */
final class DaysToRefill {

    /** Thirty days, or more. */
    static final int LONGEST = 300;

    private static final int TENTHS = 10;
    private static final int LAST_STRETCH_DAYS = 4;

    private DaysToRefill() {}

    /**
     * @param now water today, in any unit
     * @param later water after each horizon
     * @param refill the line
     */
    static int tenths(long now, long[] later, long refill) {
        if (now <= refill) {
            return 0;
        }
        long from = now;
        int fromDays = 0;
        List<Integer> horizons = SoilRule.HORIZONS;
        long drop = 0;
        for (int i = 0; i < later.length; i++) {
            // Without rain a soil does not gain; what the network thinks above that is its error.
            long to = Math.min(from, later[i]);
            int days = horizons.get(i) - fromDays;
            if (to <= refill) {
                return (int) (fromDays * TENTHS + (from - refill) * TENTHS * days / (from - to));
            }
            drop = from - to;
            from = to;
            fromDays = horizons.get(i);
        }
        if (drop == 0) {
            return LONGEST;
        }
        return (int) Math.min(LONGEST, fromDays * TENTHS + (from - refill) * TENTHS * LAST_STRETCH_DAYS / drop);
    }
}
