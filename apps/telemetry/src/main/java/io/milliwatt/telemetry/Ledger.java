package io.milliwatt.telemetry;

import java.util.List;

/**
 * What a node has done since its boot, in the contract's order; a total over boots is a sum over them. A newer node may
 * tell more than this contract names, an older one less.
 *
 * @param counts each 0 … 2⁶³ − 1
 */
public record Ledger(List<Long> counts) {

    /** The items of the contract, in the order in which a frame tells them. */
    public enum Item {
        SAMPLES,
        WINDOWS,
        JUDGED_WINDOWS,
        FRAMES_BUILT,
        FRAMES_SENT,
        BYTES_SENT,
        BYTES_RECEIVED,
        AWAKE_MILLIS,
        ASLEEP_MILLIS,
        FLASH_BYTES_PROGRAMMED,
        FLASH_PAGES_ERASED,
        /** Not a counter: the configured duty cycle, 0 for continuous sampling. */
        BURST_WINDOWS,
        /** Not a counter: from one burst's begin to the next one's. */
        BURST_INTERVAL_SECONDS
    }

    public Ledger {
        counts = List.copyOf(counts);
        for (long count : counts) {
            if (count < 0) {
                throw new IllegalArgumentException("A ledger count is " + count + "; it must not be negative.");
            }
        }
    }

    /** 0 where the node does not tell this item. */
    @SuppressWarnings("EnumOrdinal") // the contract numbers the items in their order of declaration
    public long of(Item item) {
        return item.ordinal() < counts.size() ? counts.get(item.ordinal()) : 0;
    }
}
