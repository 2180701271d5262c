package io.milliwatt.datasets.farm;

/** A layer of a soil profile; contents in m³/m³. */
public record FarmLayer(int bottomMillimetres, double fieldCapacity, double wiltingPoint) {}
