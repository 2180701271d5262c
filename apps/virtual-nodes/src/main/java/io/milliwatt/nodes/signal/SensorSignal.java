package io.milliwatt.nodes.signal;

/** Acceleration at one point of a machine, sample after sample. Not for use by several threads at once. */
public interface SensorSignal {
    /** Fills the block with the next samples, in g. */
    void next(double[] accelerationG);

    /** Of the shaft at the sample last given, in Hz. */
    double shaftSpeedHz();
}
