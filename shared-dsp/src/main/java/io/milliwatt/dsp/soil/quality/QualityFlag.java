package io.milliwatt.dsp.soil.quality;

/** The network's flags: C outside of what is possible, D doubtful, G good. */
public enum QualityFlag {
    C01("The reading is below zero: the probe is in air, badly calibrated or broken."),
    C02("The reading is above 60 % by volume, more than a mineral soil can hold."),
    C03("The reading is above this soil's saturation."),
    D01("The soil at the probe is below 0 °C: ice is not felt as water."),
    D02("The air is below 0 °C, so the upper soil may be frozen."),
    D03("A weather model holds the soil for frozen."),
    D04("Moisture rose though the station's gauge saw no rain in 24 hours: irrigation, or a fault of probe or gauge."),
    D05("Moisture rose though the weather model has no rain in 24 hours."),
    D06("A single jump up or down and back: a spike of the electronics."),
    D07("A sudden drop to another level: the probe lost contact or was moved."),
    D08("A sudden rise to another level: the probe was moved or replaced."),
    D09("Constant low values after a drop: the probe lies in air or has failed."),
    D10("Constant values near the highest ever read: the probe stands in water or has reached its end."),
    G("No rule objects.");

    private final String reason;

    QualityFlag(String reason) {
        this.reason = reason;
    }

    /** For a grower, not for a programmer. */
    public String reason() {
        return reason;
    }
}
