package io.milliwatt.datasets.wfdb;

import java.util.Objects;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * A header's line about one signal.
 *
 * @param file where its samples are kept, beside the header
 * @param formatNumber how they are stored; numbers this reader does not know are kept as they are
 * @param samplesPerFrame at least 1
 * @param skewSamples samples that stand in the file before the record's first one, 0 or more
 * @param byteOffset bytes before the file's first sample, 0 or more
 * @param gainUnitsPerPhysicalUnit what one physical unit changes a sample by, not 0; 200 if the signal is not calibrated
 * @param calibrated whether the header states a gain other than 0
 * @param baseline the sample value at 0 physical units
 * @param physicalUnit without spaces, such as mV
 * @param adcResolutionBits 0 to 64
 * @param adcZero the sample value in the middle of the converter's range
 * @param initialValue the first sample's value
 * @param checksum the lowest 16 bits of the sum of all samples, −32768 to 32767, if stated
 * @param blockSize bytes the file must be read in, usually 0 for any
 * @param description the lead's name, as a rule
 */
public record SignalLine(
        String file,
        int formatNumber,
        int samplesPerFrame,
        int skewSamples,
        long byteOffset,
        double gainUnitsPerPhysicalUnit,
        boolean calibrated,
        int baseline,
        String physicalUnit,
        int adcResolutionBits,
        int adcZero,
        int initialValue,
        OptionalInt checksum,
        int blockSize,
        String description) {
    /** What header(5) lets a reader assume for a signal that is not calibrated. */
    public static final double DEFAULT_GAIN = 200;

    /** What header(5) takes for a physical unit that is not stated. */
    public static final String DEFAULT_UNIT = "mV";

    public SignalLine {
        Objects.requireNonNull(file, "signal file is null");
        Objects.requireNonNull(physicalUnit, "physical unit is null");
        Objects.requireNonNull(description, "description is null");
        if (samplesPerFrame < 1 || skewSamples < 0 || byteOffset < 0) {
            throw new IllegalArgumentException(
                    "samples per frame must be at least 1, skew and byte offset at least 0, not " + samplesPerFrame
                            + ", " + skewSamples + " and " + byteOffset);
        }
        if (gainUnitsPerPhysicalUnit == 0 || !Double.isFinite(gainUnitsPerPhysicalUnit)) {
            throw new IllegalArgumentException("gain must be a number other than 0, not " + gainUnitsPerPhysicalUnit);
        }
    }

    /**
     * A calibrated signal with one sample per frame, whose baseline is its converter's zero.
     *
     * @param gainUnitsPerMillivolt not 0
     */
    public static SignalLine of(
            String file, SignalFormat format, double gainUnitsPerMillivolt, int baseline, String description) {
        return new SignalLine(
                file,
                format.number(),
                1,
                0,
                0,
                gainUnitsPerMillivolt,
                true,
                baseline,
                DEFAULT_UNIT,
                format.defaultResolutionBits(),
                baseline,
                baseline,
                OptionalInt.empty(),
                0,
                description);
    }

    /** The format, if it is one this reader knows. */
    public Optional<SignalFormat> format() {
        return SignalFormat.of(formatNumber);
    }

    /** As a writer stores it: from the file's first byte on, without skew or blocks, and with what the samples themselves say. */
    SignalLine stored(int firstSample, int sampleSum) {
        return new SignalLine(
                file,
                formatNumber,
                samplesPerFrame,
                0,
                0,
                gainUnitsPerPhysicalUnit,
                calibrated,
                baseline,
                physicalUnit,
                adcResolutionBits,
                adcZero,
                firstSample,
                OptionalInt.of(sampleSum),
                0,
                description);
    }
}
