package io.milliwatt.vibration.energy;

import io.milliwatt.energy.LedgerCounts;
import io.milliwatt.energy.Schedule;
import io.milliwatt.telemetry.Ledger;
import io.milliwatt.telemetry.Ledger.Item;
import java.util.List;

/**
 * A node's work over all its boots.
 *
 * @param counts summed
 * @param schedule as the newest boot told it
 */
public record NodeLedger(LedgerCounts counts, Schedule schedule) {

    private static final long LONGEST_INTERVAL_SECONDS = 1_000_000;
    private static final int MOST_WINDOWS = 0xFFFF;

    /** @param boots one ledger for each boot, the newest first, at least one */
    public static NodeLedger sum(List<Ledger> boots) {
        return new NodeLedger(
                new LedgerCounts(
                        total(boots, Item.SAMPLES),
                        total(boots, Item.WINDOWS),
                        total(boots, Item.JUDGED_WINDOWS),
                        total(boots, Item.FRAMES_BUILT),
                        total(boots, Item.FRAMES_SENT),
                        total(boots, Item.BYTES_SENT),
                        total(boots, Item.BYTES_RECEIVED),
                        total(boots, Item.AWAKE_MILLIS),
                        total(boots, Item.ASLEEP_MILLIS),
                        total(boots, Item.FLASH_BYTES_PROGRAMMED),
                        total(boots, Item.FLASH_PAGES_ERASED)),
                schedule(boots.getFirst()));
    }

    private static Schedule schedule(Ledger newest) {
        long windows = newest.of(Item.BURST_WINDOWS);
        long seconds = newest.of(Item.BURST_INTERVAL_SECONDS);
        boolean sensible =
                windows >= 1 && windows <= MOST_WINDOWS && seconds >= 1 && seconds <= LONGEST_INTERVAL_SECONDS;
        return sensible ? new Schedule((int) windows, seconds) : Schedule.CONTINUOUS;
    }

    /** Saturates: no node lives long enough to get there honestly. */
    private static long total(List<Ledger> boots, Item item) {
        return boots.stream()
                .mapToLong(ledger -> ledger.of(item))
                .reduce(0, (a, b) -> a > Long.MAX_VALUE - b ? Long.MAX_VALUE : a + b);
    }
}
