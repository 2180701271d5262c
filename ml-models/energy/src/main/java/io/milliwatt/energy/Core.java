package io.milliwatt.energy;

/** A processor core for which instructions are counted; the name is the one the bench prints. */
public enum Core {
    M4,
    M55,
    M0;

    /** As the bench and the command line write it. */
    public String label() {
        return name().toLowerCase(java.util.Locale.ROOT);
    }
}
