package io.milliwatt.datasets.ecg;

import java.util.Objects;
import java.util.Optional;
import java.util.OptionalDouble;

/** One lead of a recording, in the units of its converter. */
public final class EcgLead {
    /** Stands for a sample that was not recorded. */
    public static final int MISSING = Integer.MIN_VALUE;

    private final String name;
    private final double sampleRateHz;
    private final int[] samples;
    private final double countsPerUnit;
    private final double baseline;
    private final String unit;
    private final Optional<ConverterRange> converterRange;

    private EcgLead(
            String name,
            double sampleRateHz,
            int[] samples,
            double countsPerUnit,
            double baseline,
            String unit,
            Optional<ConverterRange> converterRange) {
        if (!(sampleRateHz > 0) || !Double.isFinite(sampleRateHz)) {
            throw new IllegalArgumentException(
                    "sample rate of lead " + name + " must be above 0 Hz, not " + sampleRateHz);
        }
        if (countsPerUnit == 0 || !Double.isFinite(countsPerUnit)) {
            throw new IllegalArgumentException(
                    "gain of lead " + name + " must be a number other than 0, not " + countsPerUnit);
        }
        this.name = Objects.requireNonNull(name, "lead name is null");
        this.sampleRateHz = sampleRateHz;
        this.samples = samples;
        this.countsPerUnit = countsPerUnit;
        this.baseline = baseline;
        this.unit = Objects.requireNonNull(unit, "unit is null");
        this.converterRange = converterRange;
    }

    /**
     * Takes a copy of {@code samples}.
     *
     * @param countsPerUnit what one unit changes a sample by, not 0
     * @param baseline the sample value at 0 units, not always a whole number
     * @param unit as the file writes it: mV, uV
     */
    public static EcgLead of(
            String name, double sampleRateHz, int[] samples, double countsPerUnit, double baseline, String unit) {
        return new EcgLead(name, sampleRateHz, samples.clone(), countsPerUnit, baseline, unit, Optional.empty());
    }

    /** Takes {@code samples} as they are; for readers that made the array and change it no more. */
    static EcgLead owning(
            String name, double sampleRateHz, int[] samples, double countsPerUnit, double baseline, String unit) {
        return new EcgLead(name, sampleRateHz, samples, countsPerUnit, baseline, unit, Optional.empty());
    }

    /**
     * What the converter can give at all, by the file: samples at these ends are clipped.
     *
     * @param highest above the lowest
     */
    public record ConverterRange(int lowest, int highest) {
        public ConverterRange {
            if (lowest >= highest) {
                throw new IllegalArgumentException(
                        "a converter's lowest value must be below its highest, not " + lowest + " and " + highest);
            }
        }
    }

    /** The same lead with a converter's range; one that samples lie outside of is none and is left out. */
    EcgLead from(ConverterRange range) {
        boolean holds = true;
        for (int sample : samples) {
            holds &= sample == MISSING || range.lowest() <= sample && sample <= range.highest();
        }
        return new EcgLead(
                name,
                sampleRateHz,
                samples,
                countsPerUnit,
                baseline,
                unit,
                holds ? Optional.of(range) : Optional.empty());
    }

    public String name() {
        return name;
    }

    public double sampleRateHz() {
        return sampleRateHz;
    }

    public int length() {
        return samples.length;
    }

    /** One sample in the converter's units, or {@link #MISSING}. */
    public int sample(int index) {
        return samples[index];
    }

    /** A copy of all samples in the converter's units. */
    public int[] samples() {
        return samples.clone();
    }

    public double countsPerUnit() {
        return countsPerUnit;
    }

    public double baseline() {
        return baseline;
    }

    public String unit() {
        return unit;
    }

    /** Empty where the file does not say, or its samples say otherwise. */
    public Optional<ConverterRange> converterRange() {
        return converterRange;
    }

    /** What one millivolt changes a sample by; empty if the lead is no voltage. */
    public OptionalDouble countsPerMillivolt() {
        return switch (unit) {
            case "V" -> OptionalDouble.of(countsPerUnit / 1e3);
            case "mV" -> OptionalDouble.of(countsPerUnit);
            case "uV", "µV", "μV" -> OptionalDouble.of(countsPerUnit * 1e3);
            case "nV" -> OptionalDouble.of(countsPerUnit * 1e6);
            default -> OptionalDouble.empty();
        };
    }

    /** One sample in the lead's unit, NaN if it was not recorded. */
    public double physical(int index) {
        return samples[index] == MISSING ? Double.NaN : (samples[index] - baseline) / countsPerUnit;
    }

    @Override
    public String toString() {
        return name + " (" + samples.length + " samples at " + sampleRateHz + " Hz)";
    }
}
