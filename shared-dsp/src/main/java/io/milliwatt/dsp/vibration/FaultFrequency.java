package io.milliwatt.dsp.vibration;

/** The four rates at which a bearing's parts are met. */
public enum FaultFrequency {
    BPFO("outer race"),
    BPFI("inner race"),
    BSF("rolling element spin"),
    FTF("cage");

    private final String part;

    FaultFrequency(String part) {
        this.part = part;
    }

    public String part() {
        return part;
    }

    /** Times per turn of the shaft. */
    public double order(FaultOrders orders) {
        return switch (this) {
            case BPFO -> orders.outerRace();
            case BPFI -> orders.innerRace();
            case BSF -> orders.elementSpin();
            case FTF -> orders.cage();
        };
    }
}
