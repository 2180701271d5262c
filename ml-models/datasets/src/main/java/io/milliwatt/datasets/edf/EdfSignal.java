package io.milliwatt.datasets.edf;

import java.util.Objects;

/** One signal of a file, in the converter's units. */
public final class EdfSignal {
    private final Description description;
    private final short[] samples;

    /**
     * What a file says of a signal; every text is at most as long as its field.
     *
     * @param label 16 characters, such as ECG II
     * @param transducer 80 characters
     * @param unit of the physical values, 8 characters: mV, uV
     * @param physicalMinimum what the digital minimum stands for
     * @param physicalMaximum what the digital maximum stands for, below the minimum where the polarity is negative
     * @param digitalMinimum −32768 to 32767
     * @param digitalMaximum above the minimum
     * @param prefiltering 80 characters, such as HP:0.1Hz LP:75Hz
     * @param samplesPerRecord 1 or more
     */
    public record Description(
            String label,
            String transducer,
            String unit,
            double physicalMinimum,
            double physicalMaximum,
            int digitalMinimum,
            int digitalMaximum,
            String prefiltering,
            int samplesPerRecord) {
        /** A signal for which any 16 bits are a value, with the physical range rounded to what eight characters hold. */
        public static Description of(
                String label, String unit, double countsPerUnit, double baseline, int samplesPerRecord) {
            return new Description(
                    label,
                    "",
                    unit,
                    FieldNumber.nearest((MIN_RECORDED - baseline) / countsPerUnit),
                    FieldNumber.nearest((Short.MAX_VALUE - baseline) / countsPerUnit),
                    MIN_RECORDED,
                    Short.MAX_VALUE,
                    "",
                    samplesPerRecord);
        }

        public Description {
            Objects.requireNonNull(label, "label is null");
            Objects.requireNonNull(unit, "unit is null");
            if (samplesPerRecord < 1) {
                throw new IllegalArgumentException(
                        "signal " + label + " must have 1 sample or more per record, not " + samplesPerRecord);
            }
        }

        /** Whether the two ranges say what a count is worth. */
        public boolean isCalibrated() {
            return digitalMaximum > digitalMinimum && physicalMaximum != physicalMinimum;
        }

        /** What one physical unit changes a sample by; only of a calibrated signal. */
        public double countsPerUnit() {
            return (digitalMaximum - digitalMinimum) / (physicalMaximum - physicalMinimum);
        }

        /** The sample value at 0 physical units; only of a calibrated signal. */
        public double baseline() {
            return digitalMaximum - physicalMaximum * countsPerUnit();
        }
    }

    /** The smallest value {@link Description#of} leaves for samples; the one below it can say that nothing was recorded. */
    public static final int MIN_RECORDED = Short.MIN_VALUE + 1;

    private EdfSignal(Description description, short[] samples) {
        this.description = Objects.requireNonNull(description, "description is null");
        this.samples = samples;
    }

    /** Takes a copy of {@code samples}. */
    public static EdfSignal of(Description description, short[] samples) {
        return new EdfSignal(description, samples.clone());
    }

    /** Takes {@code samples} as they are; for a reader that made the array and keeps no other reference to it. */
    static EdfSignal owning(Description description, short[] samples) {
        return new EdfSignal(description, samples);
    }

    public Description description() {
        return description;
    }

    /** Data records times samples per record. */
    public int length() {
        return samples.length;
    }

    public int sample(int index) {
        return samples[index];
    }

    /** A copy of all samples. */
    public short[] samples() {
        return samples.clone();
    }

    /** One sample in the signal's unit; only of a calibrated signal. */
    public double physical(int index) {
        return (samples[index] - description.baseline()) / description.countsPerUnit();
    }
}
