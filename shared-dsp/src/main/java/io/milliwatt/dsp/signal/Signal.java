package io.milliwatt.dsp.signal;

import java.util.Arrays;
import java.util.Objects;
import java.util.function.UnaryOperator;

/** Evenly spaced samples with their sampling rate and unit. Immutable: the values are copied on the way in and out. */
public record Signal(double[] values, SampleRate sampleRate, SignalUnit unit) {

    public Signal {
        Objects.requireNonNull(sampleRate, "a signal needs a sampling rate");
        Objects.requireNonNull(unit, "a signal needs a unit, UNKNOWN where it is not known");
        if (values.length == 0) {
            throw new IllegalArgumentException("A signal needs at least one sample, but it has none");
        }
        values = values.clone();
    }

    public static Signal of(double[] values, double sampleRateHz, SignalUnit unit) {
        return new Signal(values, SampleRate.ofHertz(sampleRateHz), unit);
    }

    @Override
    public double[] values() {
        return values.clone();
    }

    public double value(int index) {
        return values[index];
    }

    public int size() {
        return values.length;
    }

    public double sampleRateHz() {
        return sampleRate.hertz();
    }

    public double durationSeconds() {
        return values.length / sampleRate.hertz();
    }

    /** The samples from {@code from} (included) to {@code to} (excluded). */
    public Signal slice(int from, int to) {
        return new Signal(Arrays.copyOfRange(values, from, to), sampleRate, unit);
    }

    /** The same rate and unit with other values, as a filter makes them. */
    public Signal map(UnaryOperator<double[]> change) {
        return new Signal(change.apply(values.clone()), sampleRate, unit);
    }

    /** Values are compared bit by bit, so that two signals of NaN are equal. */
    @Override
    public boolean equals(Object other) {
        return other instanceof Signal that
                && Arrays.equals(values, that.values)
                && sampleRate.equals(that.sampleRate)
                && unit == that.unit;
    }

    @Override
    public int hashCode() {
        return Objects.hash(Arrays.hashCode(values), sampleRate, unit);
    }

    @Override
    public String toString() {
        return "Signal[" + values.length + " samples, " + sampleRate.hertz() + " Hz, " + unit.symbol() + "]";
    }
}
