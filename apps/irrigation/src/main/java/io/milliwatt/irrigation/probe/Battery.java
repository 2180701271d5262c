package io.milliwatt.irrigation.probe;

import io.milliwatt.irrigation.reason.Reason;
import io.milliwatt.irrigation.reason.ReasonCode;

/**
 * A node's battery.
 *
 * @param millivolts at the node's supply, as it was told last
 */
public record Battery(long millivolts) {

    /**
     * Below it the battery wants changing. A low-voltage capacitance probe is specified from 2.5 V (METER EC-5: 2.5 to 3.6 V at 10 mA, its output a part of its
     * excitation), so what it reads from there on may fall with the battery. Two alkaline cells without a regulator, as the energy estimate has them, go on
     * down to 2.0 V and a radio with them: the node is heard for a good while after, and there is time for the change.
     */
    public static final int LOW_MILLIVOLTS = 2500;

    public boolean low() {
        return millivolts < LOW_MILLIVOLTS;
    }

    public Reason reason() {
        return Reason.of(ReasonCode.BATTERY_LOW).with("millivolts", millivolts);
    }
}
