package io.milliwatt.dsp.vibration.diagnosis;

/**
 * The shaft's speed as the recording shows it.
 *
 * @param statedHz what was said
 * @param hertz what is used: measured where the shaft's harmonics stand out near the stated speed, else the stated one
 * @param found whether they stand out
 * @param otherRatio where the harmonics of a quite different speed stand out instead: that speed over the stated one; 1 otherwise
 */
record ShaftSpeed(double statedHz, double hertz, boolean found, double otherRatio) {

    boolean contradictsTheStatedSpeed() {
        return otherRatio != 1;
    }
}
