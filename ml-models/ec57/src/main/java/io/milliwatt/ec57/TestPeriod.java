package io.milliwatt.ec57;

/**
 * The part of a record that is judged, in samples; what comes before it is for learning.
 *
 * @param firstSample the first one judged
 * @param endSample the record's length, or where to stop
 */
public record TestPeriod(long firstSample, long endSample) {
    private static final int LEARNING_SECONDS = 300;

    public TestPeriod {
        if (firstSample < 0 || endSample < firstSample) {
            throw new IllegalArgumentException(
                    "a test period from sample " + firstSample + " to " + endSample + " is none");
        }
    }

    /** From minute 5 to the end of the record, as EC57 wants it. A record of less than five minutes has no such period. */
    public static TestPeriod afterLearning(double sampleRateHz, long recordSamples) {
        long first = samples(LEARNING_SECONDS, sampleRateHz);
        if (first > recordSamples) {
            throw new IllegalArgumentException("a record of " + Math.round(recordSamples / sampleRateHz)
                    + " s ends before EC57's test period begins at 300 s; judge the whole record instead");
        }
        return new TestPeriod(first, recordSamples);
    }

    /** No learning period, as the literature counts beat classes. EC57 calls that a nonstandard comparison. */
    public static TestPeriod wholeRecord(long recordSamples) {
        return new TestPeriod(0, recordSamples);
    }

    /** A duration in samples, to the nearest, halves upwards, as WFDB's strtim rounds. */
    public static long samples(double seconds, double sampleRateHz) {
        return (long) (seconds * sampleRateHz + 0.5);
    }

    public long samples() {
        return endSample - firstSample;
    }
}
