package io.milliwatt.dsp.fixedpoint;

/**
 * How a baseline is learnt and judged against.
 *
 * @param sourceValue which value of the source is watched
 * @param windowsToLearn 4 … 64
 * @param smallestSpread in the value's own units, 1 … 65,535
 * @param driftQ8 a window's score must exceed this to count, 0 … 32,767
 * @param scoreLimitQ8 a single window counts at most this, 1 … 32,767
 * @param cumulativeLimitQ8 0 … 8,388,607
 * @param unlearnableFlags windows with one of these quality flags are not learnt from
 * @param unjudgeableFlags windows with one of these leave the sum as it is
 */
public record BaselineRule(
        int sourceValue,
        int windowsToLearn,
        int smallestSpread,
        int driftQ8,
        int scoreLimitQ8,
        int cumulativeLimitQ8,
        int unlearnableFlags,
        int unjudgeableFlags) {}
