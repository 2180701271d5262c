package io.milliwatt.dsp.filter;

/** A finite impulse response of odd, symmetric taps: linear phase, the delay of half its length taken out again. */
public record FirFilter(double[] taps) {

    public FirFilter {
        if (taps.length % 2 == 0) {
            throw new IllegalArgumentException(
                    "A filter without fractional delay needs an odd number of taps, but it has " + taps.length);
        }
        taps = taps.clone();
    }

    @Override
    public double[] taps() {
        return taps.clone();
    }

    /** Windowed-sinc low-pass (Hamming, gain 1 at 0 Hz; as {@code scipy.signal.firwin}); -6 dB at the cut-off. */
    public static FirFilter lowPass(int tapCount, double cutoffHz, double sampleRateHz) {
        if (!(cutoffHz > 0 && cutoffHz < sampleRateHz / 2)) {
            throw new IllegalArgumentException("A cut-off must lie between 0 and half the sampling rate ("
                    + sampleRateHz / 2 + " Hz), but it is " + cutoffHz + " Hz");
        }
        double[] taps = new double[tapCount];
        double share = 2 * cutoffHz / sampleRateHz;
        double sum = 0;
        for (int i = 0; i < tapCount; i++) {
            double offset = Math.PI * share * (i - (tapCount - 1) / 2.0);
            double sinc = offset == 0 ? 1 : Math.sin(offset) / offset;
            double hamming = tapCount == 1 ? 1 : 0.54 - 0.46 * Math.cos(2 * Math.PI * i / (tapCount - 1));
            taps[i] = share * sinc * hamming;
            sum += taps[i];
        }
        for (int i = 0; i < tapCount; i++) {
            taps[i] /= sum;
        }
        return new FirFilter(taps);
    }

    /** The complement of the low-pass: passes what that one stops. */
    public static FirFilter highPass(int tapCount, double cutoffHz, double sampleRateHz) {
        double[] taps = lowPass(tapCount, cutoffHz, sampleRateHz).taps();
        for (int i = 0; i < tapCount; i++) {
            taps[i] = -taps[i];
        }
        taps[tapCount / 2] += 1;
        return new FirFilter(taps);
    }

    /** Filtered without delay; samples beyond the ends count as zero. */
    public double[] apply(double[] values) {
        return everyNth(values, 1);
    }

    /** Every n-th filtered sample, computing only those. */
    double[] everyNth(double[] values, int step) {
        int half = taps.length / 2;
        double[] result = new double[(values.length + step - 1) / step];
        for (int out = 0; out < result.length; out++) {
            int centre = out * step;
            int from = Math.max(0, centre - half);
            int to = Math.min(values.length - 1, centre + half);
            double sum = 0;
            for (int i = from; i <= to; i++) {
                sum += taps[i - centre + half] * values[i];
            }
            result[out] = sum;
        }
        return result;
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof FirFilter that && java.util.Arrays.equals(taps, that.taps);
    }

    @Override
    public int hashCode() {
        return java.util.Arrays.hashCode(taps);
    }
}
