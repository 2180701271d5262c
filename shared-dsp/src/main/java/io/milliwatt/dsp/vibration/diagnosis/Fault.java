package io.milliwatt.dsp.vibration.diagnosis;

/** What is wrong with the bearing. */
public enum Fault {
    NONE("none"),
    INNER_RACE("inner-race"),
    OUTER_RACE("outer-race"),
    ROLLING_ELEMENT("rolling-element"),
    /** Signs of damage are there, but no line says which part. */
    UNIDENTIFIED("unidentified");

    private final String label;

    Fault(String label) {
        this.label = label;
    }

    /** The name used in files and on the wire. */
    public String label() {
        return label;
    }
}
