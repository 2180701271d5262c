package io.milliwatt.runtime.decision;

/**
 * What one window says.
 *
 * @param verdict 0 none; in the vibration domain 1 damage, element not identified, 2 inner race, 3 outer race, 4
 *     rolling element
 * @param probability 0 … 255
 * @param evidence 0 … 255: 128 × anomaly / threshold under the race-line rule, the winner's probability otherwise
 */
public record Judgement(int verdict, int probability, int evidence) {}
