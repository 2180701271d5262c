package io.milliwatt.dsp.spectrum;

import be.tarsos.dsp.util.ConcurrencyUtils;
import be.tarsos.dsp.util.fft.FloatFFT;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * TarsosDSP's transform (from JTransforms) behind our interface. It works in place on interleaved single-precision values, so one buffer is
 * kept per instance; values are scaled to a largest magnitude of 1 first, so that very small and very large units lose no precision.
 */
final class TarsosFourierTransform implements FourierTransform {

    static {
        // Its pool of non-daemon threads would keep a finished command alive for a minute.
        ConcurrencyUtils.setNumberOfThreads(1);
    }

    /** Tables for the sizes used last; making them takes longer than a transform, and a record is transformed many times. */
    private static final Map<Integer, FloatFFT> TABLES = new LinkedHashMap<>(16, 0.75F, true) {
        private static final long serialVersionUID = 1;
        private static final int KEPT = 4;

        @Override
        protected boolean removeEldestEntry(Map.Entry<Integer, FloatFFT> eldest) {
            return size() > KEPT;
        }
    };

    private final int size;
    private final FloatFFT transform;
    private final float[] interleaved;

    TarsosFourierTransform(int size) {
        if (size < 1) {
            throw new IllegalArgumentException("A Fourier transform needs a size of at least 1, but it is " + size);
        }
        this.size = size;
        this.transform = tables(size);
        this.interleaved = new float[2 * size];
    }

    /** A table is only read once it is made, so that several transforms may share it. */
    private static FloatFFT tables(int size) {
        synchronized (TABLES) {
            return TABLES.computeIfAbsent(size, FloatFFT::new);
        }
    }

    @Override
    public int size() {
        return size;
    }

    @Override
    public ComplexValues forwardReal(double[] values) {
        requireSize(values.length);
        double scale = largest(values);
        for (int i = 0; i < size; i++) {
            interleaved[2 * i] = (float) (values[i] / scale);
            interleaved[2 * i + 1] = 0;
        }
        transform.complexForward(interleaved);
        return unpack(size / 2 + 1, scale);
    }

    @Override
    public ComplexValues inverse(ComplexValues bins) {
        requireSize(bins.size());
        double scale = Math.max(largest(bins.real()), largest(bins.imaginary()));
        for (int i = 0; i < size; i++) {
            interleaved[2 * i] = (float) (bins.real()[i] / scale);
            interleaved[2 * i + 1] = (float) (bins.imaginary()[i] / scale);
        }
        transform.complexInverse(interleaved, true);
        return unpack(size, scale);
    }

    private ComplexValues unpack(int count, double scale) {
        ComplexValues result = ComplexValues.zeros(count);
        for (int i = 0; i < count; i++) {
            result.real()[i] = interleaved[2 * i] * scale;
            result.imaginary()[i] = interleaved[2 * i + 1] * scale;
        }
        return result;
    }

    private void requireSize(int given) {
        if (given != size) {
            throw new IllegalArgumentException("This transform is for " + size + " values, but was given " + given);
        }
    }

    /** Largest magnitude, or 1 for all zeros. */
    private static double largest(double[] values) {
        double largest = 0;
        for (double value : values) {
            largest = Math.max(largest, Math.abs(value));
        }
        return largest > 0 ? largest : 1;
    }
}
