package io.milliwatt.irrigation.ledger;

/** @param millimetres added to the depletion; negative for water that came */
public record Line(LineKind kind, double millimetres) {}
