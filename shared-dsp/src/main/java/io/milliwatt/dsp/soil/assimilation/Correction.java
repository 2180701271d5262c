package io.milliwatt.dsp.soil.assimilation;

import java.util.List;

/** What became of a day's reading; a reason for people as a code with its numbers. Innovations are measured less expected depletion, mm. */
public sealed interface Correction {

    /** The estimate is the probe's and the balance's together. */
    sealed interface ByProbe extends Correction {
        double innovation();
    }

    /** The estimate went on by the weather alone. */
    sealed interface WeatherOnly extends Correction {}

    /** @param depletionChange by which the reading moved the depletion, mm */
    record Used(double innovation, double depletionChange, double multiplierChange) implements ByProbe {}

    /**
     * Readings beyond the gate went on agreeing with each other, so the depletion was set to the last of them: water came or went unrecorded.
     *
     * @param readings in a row
     */
    record Believed(double innovation, int readings) implements ByProbe {}

    record NoReading() implements WeatherOnly {}

    /** @param flags as quality control names them */
    record ProbeFlagged(List<String> flags) implements WeatherOnly {}

    record ProbeTooShallow(double coveredFraction) implements WeatherOnly {}

    /**
     * The reading is too far from what was expected to be believed alone.
     *
     * @param limit of the gate, mm
     * @param readings in a row beyond it on this side
     */
    record OutsideGate(double innovation, double limit, int readings) implements WeatherOnly {}
}
