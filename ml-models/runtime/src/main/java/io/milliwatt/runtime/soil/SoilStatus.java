package io.milliwatt.runtime.soil;

import java.util.List;
import java.util.OptionalInt;

/**
 * What a node knows after a reading.
 *
 * @param flags of each depth's reading ({@code SoilFlag} bits)
 * @param dayEnded this reading began a new day, and the forecasts are fresh
 * @param daysToRefillTenths of the root zone if no rain falls, tenths of a day, 300 for thirty days or more; empty where no depth has a
 *     forecast
 * @param needTenths water up to the full line, 0.1 mm; 0 where none is needed within the rule's lead
 * @param report the node has something to say
 */
public record SoilStatus(
        List<Integer> flags, boolean dayEnded, OptionalInt daysToRefillTenths, int needTenths, boolean report) {
    public SoilStatus {
        flags = List.copyOf(flags);
    }
}
