package io.milliwatt.dsp.fixedpoint;

import java.util.List;

/**
 * log₂ of the power in bands of a spectrum, Q10, in the square of the stream's unit. An empty band counts as one unit of the
 * spectrum: the logarithm of 0 would stand above small powers.
 *
 * <p>Headroom: powers are below 2³⁰, a triangle's weights at most 2¹⁵, a spectrum has at most 2¹⁰ bins: sums stay below 2⁵⁵.
 */
public final class LogBands implements ArrayKernel {

    private static final int WEIGHT_BITS = 15;

    private final PowerSpectrum spectrum;
    private final boolean triangular;
    private final int[] edges;
    private final int[] values;

    /**
     * @param triangular whether a band rises over one interval of the edges and falls over the next; else it is flat over one
     * @param edges rising bin numbers, at most the spectrum's length
     */
    public LogBands(PowerSpectrum spectrum, boolean triangular, List<Integer> edges) {
        this.spectrum = spectrum;
        this.triangular = triangular;
        this.edges = edges.stream().mapToInt(Integer::intValue).toArray();
        this.values = new int[edges.size() - (triangular ? 2 : 1)];
    }

    @Override
    public void endWindow(Window window) {
        for (int b = 0; b < values.length; b++) {
            long sum = triangular ? triangle(edges[b], edges[b + 1], edges[b + 2]) : flat(edges[b], edges[b + 1]);
            int exponent = triangular ? spectrum.exponent() - WEIGHT_BITS : spectrum.exponent();
            values[b] =
                    BinaryLogarithm.q10(Math.max(1, sum)) + 1024 * exponent - BinaryLogarithm.q10(spectrum.frames());
        }
    }

    private long flat(int low, int high) {
        long sum = 0;
        for (int k = low; k < high; k++) {
            sum += spectrum.element(k);
        }
        return sum;
    }

    private long triangle(int low, int middle, int high) {
        long sum = 0;
        for (int k = low; k < middle; k++) {
            sum += (long) spectrum.element(k) * (((k - low) << WEIGHT_BITS) / (middle - low));
        }
        for (int k = middle; k < high; k++) {
            sum += (long) spectrum.element(k) * (((high - k) << WEIGHT_BITS) / (high - middle));
        }
        return sum;
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
