package io.milliwatt.dsp.fixedpoint;

/**
 * A beat that a {@link QrsDetector} has found.
 *
 * @param number 0 for the first since the start
 * @param sample of the R wave, 0 for the first since the start; a node counts on from 0 after 2³²
 */
public record HeartBeat(long number, long sample) {}
