package io.milliwatt.dsp.soil.assimilation;

/** Between which depletions the root zone's lies, mm. */
public record DepletionBand(double low, double high) {

    public boolean holds(double depletion) {
        return depletion >= low && depletion <= high;
    }
}
