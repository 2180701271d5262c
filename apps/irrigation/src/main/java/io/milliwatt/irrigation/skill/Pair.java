package io.milliwatt.irrigation.skill;

/**
 * A forecast and what came, as changes from the value of the day on which it was made; persistence is a change of zero.
 *
 * @param watered whether water was given in between, of which the forecast could know nothing
 */
public record Pair(double expectedChange, double seenChange, boolean watered) {}
