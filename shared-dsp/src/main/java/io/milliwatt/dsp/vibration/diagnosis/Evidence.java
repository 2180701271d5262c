package io.milliwatt.dsp.vibration.diagnosis;

import java.util.OptionalDouble;

/**
 * One reason for a diagnosis.
 *
 * @param sentence the reason in words, with its figures
 * @param line the line and its part, as in "BPFO (outer race)"; empty where the reason is not a line
 * @param order the line's order without slip
 * @param expectedHz where it belongs at the shaft speed used
 * @param measuredHz where it stands
 * @param heightDecibels mean height of its comb above the local floor
 * @param harmonicsFound how many of its harmonics stand out
 * @param sidebandsFound how many of their side bands stand out
 */
public record Evidence(
        String sentence,
        String line,
        OptionalDouble order,
        OptionalDouble expectedHz,
        OptionalDouble measuredHz,
        OptionalDouble heightDecibels,
        int harmonicsFound,
        int sidebandsFound) {

    static Evidence of(String sentence) {
        return new Evidence(
                sentence,
                "",
                OptionalDouble.empty(),
                OptionalDouble.empty(),
                OptionalDouble.empty(),
                OptionalDouble.empty(),
                0,
                0);
    }
}
