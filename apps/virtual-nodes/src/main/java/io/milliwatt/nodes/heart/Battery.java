package io.milliwatt.nodes.heart;

import com.fasterxml.jackson.annotation.JsonProperty;

/**
 * The battery of a node on a chest, a cell of lithium that is emptied evenly and then charged again.
 *
 * @param fullMillivolts when it has just been charged
 * @param emptyMillivolts when it is charged again, below it
 * @param lastsSeconds from full to empty, above 0
 * @param lowMillivolts below it the node tells that it is low
 */
public record Battery(
        @JsonProperty(required = true) int fullMillivolts,
        @JsonProperty(required = true) int emptyMillivolts,
        @JsonProperty(required = true) double lastsSeconds,
        @JsonProperty(required = true) int lowMillivolts) {

    /** Of a node that nothing is said of: a week. */
    public static final Battery OF_A_WEEK = new Battery(4_150, 3_300, 7 * 86_400.0, 3_500);

    public Battery {
        if (emptyMillivolts < 1 || fullMillivolts <= emptyMillivolts || fullMillivolts > 0xffff) {
            throw new IllegalArgumentException(
                    "A battery falls from its full voltage to a lower one of 1 mV or more, not from " + fullMillivolts
                            + " to " + emptyMillivolts + " mV.");
        }
        if (!(lastsSeconds > 0) || lowMillivolts < 0 || lowMillivolts > 0xffff) {
            throw new IllegalArgumentException("A battery lasts more than 0 s and is low below 0 to 65535 mV, not "
                    + lastsSeconds + " s and " + lowMillivolts + " mV.");
        }
    }

    /** @param timeSeconds since it was full for the first time */
    public int millivoltsAt(double timeSeconds) {
        double share = timeSeconds / lastsSeconds;
        return (int) Math.round(fullMillivolts - (fullMillivolts - emptyMillivolts) * (share - Math.floor(share)));
    }
}
