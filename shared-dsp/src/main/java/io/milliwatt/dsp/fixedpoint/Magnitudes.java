package io.milliwatt.dsp.fixedpoint;

/**
 * Square roots of a power spectrum, with 8 fraction bits more than its stream.
 *
 * <p>Headroom: a power is below 2³⁰ and so the quotient below 2⁶⁰; a root's 30 bits move left by at most 17.
 */
public final class Magnitudes implements ArrayKernel {

    private final PowerSpectrum spectrum;
    private final int[] values;

    public Magnitudes(PowerSpectrum spectrum) {
        this.spectrum = spectrum;
        this.values = new int[spectrum.length()];
    }

    @Override
    public void endWindow(Window window) {
        for (int k = 0; k < values.length; k++) {
            values[k] = magnitudeQ8(spectrum.element(k), spectrum.exponent(), spectrum.frames());
        }
    }

    private static int magnitudeQ8(int power, int exponent, int frames) {
        long scaled = ((long) power << 30) / frames;
        int rest = exponent - 14; // the 30 above, less 16 for the fraction bits
        if ((rest & 1) != 0) {
            scaled >>= 1;
            rest++;
        }
        return Saturation.toInt32(Saturation.scaleByPowerOfTwo(IntegerSquareRoot.of(scaled), rest / 2));
    }

    @Override
    public int length() {
        return values.length;
    }

    @Override
    public int element(int index) {
        return values[index];
    }
}
