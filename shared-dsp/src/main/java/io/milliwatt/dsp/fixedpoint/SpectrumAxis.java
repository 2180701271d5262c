package io.milliwatt.dsp.fixedpoint;

/**
 * Where a frequency lies in a spectrum.
 *
 * <p>Headroom: a speed is below 2²⁰ mHz, a transform below 2¹² and a decimation at most 2⁸, so products stay below 2⁵⁶.
 *
 * @param length of the transform, at most 2048
 * @param decimation raw samples per sample of the spectrum's stream, 1 … 256
 * @param sampleRateMilliHertz of the raw samples, positive
 */
public record SpectrumAxis(int length, int decimation, int sampleRateMilliHertz) {

    /** No order can lie further out than this: 2¹⁴ bins. */
    private static final long LARGEST_Q16 = 1L << 30;

    /** Bins between two multiples of the shaft's frequency, Q16, 0 for a standing shaft. */
    public long binsPerOrderQ16(int shaftSpeedMilliHertz) {
        long product = (long) shaftSpeedMilliHertz * length * decimation;
        return Math.min(LARGEST_Q16, (product << 16) / sampleRateMilliHertz);
    }

    /** The bin that a frequency lies in or just above. */
    public int binAt(int frequencyMilliHertz) {
        return (int) Math.min(length, (long) frequencyMilliHertz * length * decimation / sampleRateMilliHertz);
    }
}
