package io.milliwatt.datasets.farm;

/** A row that could not be read. */
public record DamagedRow(int line, String why) {}
