package io.milliwatt.datasets.recording;

/**
 * How many samples a record may have, all its signals together. What states more is refused before memory is asked for: a header of a
 * few bytes can state any length, and its gaps need no file.
 */
public final class SampleLimit {
    /** A day of three leads at 360 Hz has 93 million. */
    private static final long LARGEST = 100_000_000;

    /** Four bytes a sample, read, handed over and analysed: an eighth of the memory for the samples themselves. */
    private static final int BYTES_OF_HEAP = 32;

    /** 100 million, or as many as this program's memory leaves room for. */
    public static final long SAMPLES = Math.min(LARGEST, Runtime.getRuntime().maxMemory() / BYTES_OF_HEAP);

    private SampleLimit() {}
}
