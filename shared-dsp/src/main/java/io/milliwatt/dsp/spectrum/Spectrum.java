package io.milliwatt.dsp.spectrum;

import java.util.Arrays;

/**
 * Values on an even frequency grid from 0 Hz.
 *
 * @param values one per bin; what they mean (amplitude, power density) is said by whoever made them
 * @param stepHz distance of two bins, positive
 */
public record Spectrum(double[] values, double stepHz) {

    public Spectrum {
        if (!(stepHz > 0)) {
            throw new IllegalArgumentException("The frequency step must be positive, but it is " + stepHz + " Hz");
        }
        values = values.clone();
    }

    @Override
    public double[] values() {
        return values.clone();
    }

    public double value(int bin) {
        return values[bin];
    }

    public int size() {
        return values.length;
    }

    public double frequencyHz(int bin) {
        return bin * stepHz;
    }

    public double highestHz() {
        return (values.length - 1) * stepHz;
    }

    /** Bin nearest to a frequency, held within the grid. */
    public int bin(double frequencyHz) {
        return (int) Math.clamp(Math.round(frequencyHz / stepHz), 0, values.length - 1);
    }

    /** Bin of the largest value within ± {@code halfWidthHz} of a frequency (at least the nearest bin). */
    public int peakBin(double frequencyHz, double halfWidthHz) {
        int best = bin(frequencyHz);
        for (int bin = bin(frequencyHz - halfWidthHz); bin <= bin(frequencyHz + halfWidthHz); bin++) {
            if (values[bin] > values[best]) {
                best = bin;
            }
        }
        return best;
    }

    /** Median of the values within ± {@code halfWidthHz}: the local floor, which a few narrow lines do not lift. */
    public double floorAround(double frequencyHz, double halfWidthHz) {
        double[] near = Arrays.copyOfRange(values, bin(frequencyHz - halfWidthHz), bin(frequencyHz + halfWidthHz) + 1);
        Arrays.sort(near);
        return near.length % 2 == 1 ? near[near.length / 2] : (near[near.length / 2 - 1] + near[near.length / 2]) / 2;
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Spectrum that && stepHz == that.stepHz && Arrays.equals(values, that.values);
    }

    @Override
    public int hashCode() {
        return 31 * Double.hashCode(stepHz) + Arrays.hashCode(values);
    }

    @Override
    public String toString() {
        return "Spectrum[" + values.length + " bins of " + stepHz + " Hz]";
    }
}
