package io.milliwatt.irrigation.probe;

import java.util.Locale;

/** One word for how a sensor is; from fine to the worst. */
public enum Verdict {
    OK,
    /** Not the sensor's fault: ice is not felt as water. */
    FROZEN,
    BATTERY_LOW,
    /** It jumped without water that explains it, and reads on from there; shown, since the water may be there and nobody told of it. */
    STEPPED,
    DRIFTING,
    SPIKING,
    SATURATED,
    OUT_OF_RANGE,
    /** The probe lies elsewhere than entered. */
    MOVED,
    /** It tells the same though the soil around it changes. */
    FLAT,
    /** It fell to a low level and stays there: it lies in air, or is cut. */
    BROKEN,
    /** It tells nothing though its node does. */
    DEAD,
    /** The whole node tells nothing. */
    SILENT;

    public String label() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** Whether its readings may correct a balance. */
    public boolean usable() {
        return this == OK || this == BATTERY_LOW || this == STEPPED;
    }
}
