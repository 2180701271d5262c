package io.milliwatt.nodes.heart;

/** Two leads from the electrodes on a chest, sample after sample. Not for use by several threads at once. */
public interface ElectrodeSignal {
    /** Fills both blocks, of the same length, with the next samples in millivolt. */
    void next(double[] lead1Millivolt, double[] lead2Millivolt);
}
