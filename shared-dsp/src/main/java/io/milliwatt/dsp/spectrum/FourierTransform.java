package io.milliwatt.dsp.spectrum;

/** Discrete Fourier transform of a fixed size, with the sign of exp(-2πi kn/N) forward and the factor 1/N on the inverse. */
public interface FourierTransform {

    int size();

    /** Bins 0..N/2 of N real values. */
    ComplexValues forwardReal(double[] values);

    /** N complex values from all N bins. */
    ComplexValues inverse(ComplexValues bins);

    /** A transform of any size from 1 up; powers of two and products of 2, 3 and 5 are fastest. Not safe for use by two threads at once. */
    static FourierTransform ofSize(int size) {
        return new TarsosFourierTransform(size);
    }

    /** The smallest product of powers of 2, 3 and 5 that is at least {@code minimum}. */
    static int fastSizeFrom(int minimum) {
        int size = Math.max(1, minimum);
        while (true) {
            int rest = size;
            for (int factor : new int[] {2, 3, 5}) {
                while (rest % factor == 0) {
                    rest /= factor;
                }
            }
            if (rest == 1) {
                return size;
            }
            size++;
        }
    }
}
