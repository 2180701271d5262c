package io.milliwatt.dsp.vibration.diagnosis;

/**
 * One line of the envelope spectrum where a part would write it.
 *
 * @param name BPFO, BPFI, 2xBSF or FTF
 * @param harmonic from 1
 * @param expectedHz without slip, at the shaft speed used
 * @param measuredHz the highest place within the slip found
 * @param heightDecibels above the local floor
 * @param found whether it stands out by {@value #CLEAR_DECIBELS} dB or more
 */
public record EnvelopeLine(
        String name, int harmonic, double expectedHz, double measuredHz, double heightDecibels, boolean found) {

    /** Five times the floor's power: a bin of averaged noise gets there about once in a thousand. */
    static final double CLEAR_DECIBELS = 7;
}
