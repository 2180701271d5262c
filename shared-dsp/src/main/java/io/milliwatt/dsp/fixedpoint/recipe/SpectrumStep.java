package io.milliwatt.dsp.fixedpoint.recipe;

import java.util.List;

/** Power spectra in 16 bits, what is derived from them, and the memory of arrays. Operations 36 … 40. */
public sealed interface SpectrumStep extends Step {

    /** Window functions as cosine sums, periodic, in Q15: {@code windowQ15} of a {@link PowerSpectrum}. */
    List<Integer> RECTANGULAR = List.of(32_768);

    List<Integer> HANN = List.of(16_384, 16_384);
    List<Integer> HAMMING = List.of(17_695, 15_073);
    /** Five terms, flat to 0.01 dB around a line. */
    List<Integer> FLAT_TOP = List.of(7_064, 13_652, 9_085, 2_739, 228);

    /**
     * The sum of the power spectra of a window's frames.
     *
     * @param length of the transform, a power of two, 16 … 2048
     * @param hop from frame to frame, 1 … length; 0 for a single frame, the window's samples padded with zeros
     * @param removesMean whether each frame's mean is taken away before it is weighed
     * @param windowQ15 1 … 5 coefficients of a cosine sum, summing to at most 32,768
     */
    record PowerSpectrum(int input, int length, int hop, boolean removesMean, List<Integer> windowQ15)
            implements SpectrumStep {

        private static final int MOST_FRAMES = 4_096;

        public PowerSpectrum {
            windowQ15 = List.copyOf(windowQ15);
            ParameterRange.require(
                    length >= 16 && length <= 2048 && Integer.bitCount(length) == 1,
                    "A spectrum's length is a power of two, 16 … 2048, not",
                    length);
            ParameterRange.requireRange("hop", hop, 0, length);
            ParameterRange.requireRange("number of window coefficients", windowQ15.size(), 1, 5);
            for (int coefficient : windowQ15) {
                ParameterRange.requireRange("window coefficient", coefficient, 0, 32_768);
            }
            ParameterRange.requireRange(
                    "sum of window coefficients",
                    windowQ15.stream().mapToInt(Integer::intValue).sum(),
                    0,
                    32_768);
        }

        /** Frames in a window of so many samples. */
        int frames(int samples) {
            return hop == 0 ? 1 : (samples - length) / hop + 1;
        }

        boolean fits(int samples) {
            return hop == 0 ? samples <= length : samples >= length && frames(samples) <= MOST_FRAMES;
        }

        @Override
        public int stateBytes() {
            int sums = hop == 0 ? 0 : length / 2;
            int work = hop == 0 || hop == length ? 0 : length;
            return 16 + 4 * (length + sums + work);
        }

        @Override
        public int arrayLength(int inputLength) {
            return length / 2;
        }

        /** The exponent of the array's values. */
        @Override
        public int valueCount() {
            return 1;
        }
    }

    /** Square roots of a power spectrum. */
    record Magnitudes(int input) implements SpectrumStep {
        @Override
        public int stateBytes() {
            return 0;
        }

        @Override
        public int stateBytesForArray(int inputLength) {
            return Step.roundedUpToEight(4 * inputLength);
        }

        @Override
        public int arrayLength(int inputLength) {
            return inputLength;
        }
    }

    /**
     * Logarithms of the power in bands.
     *
     * @param triangular whether a band rises over one interval of the edges and falls over the next; else it is flat over one
     * @param edges rising bin numbers: one more than bands, two more if they are triangular
     */
    record LogBands(int input, boolean triangular, List<Integer> edges) implements SpectrumStep {
        public LogBands {
            edges = List.copyOf(edges);
            ParameterRange.requireRange("number of bands", bands(triangular, edges), 1, 64);
            for (int i = 1; i < edges.size(); i++) {
                ParameterRange.require(
                        edges.get(i - 1) >= 0 && edges.get(i) > edges.get(i - 1),
                        "A band's edges must rise, not from " + edges.get(i - 1) + " to",
                        edges.get(i));
            }
            ParameterRange.requireRange("highest edge", edges.getLast(), 1, 1024);
        }

        private static int bands(boolean triangular, List<Integer> edges) {
            return edges.size() - (triangular ? 2 : 1);
        }

        int bands() {
            return bands(triangular, edges);
        }

        @Override
        public int stateBytes() {
            return Step.roundedUpToEight(4 * bands());
        }

        @Override
        public int arrayLength(int inputLength) {
            return bands();
        }
    }

    /** Four elements of an array as values. */
    record Elements(int input, int first, int second, int third, int fourth) implements SpectrumStep {
        public Elements {
            for (int element : List.of(first, second, third, fourth)) {
                ParameterRange.requireRange("element", element, 0, 4_095);
            }
        }

        int largest() {
            return Math.max(Math.max(first, second), Math.max(third, fourth));
        }

        @Override
        public int stateBytes() {
            return 0;
        }

        @Override
        public int valueCount() {
            return 4;
        }
    }

    /** An array's values in the last windows, oldest first; zeros before there are as many. */
    record History(int input, int arrays) implements SpectrumStep {
        private static final int LONGEST = 4_096;

        public History {
            ParameterRange.requireRange("arrays", arrays, 1, 255);
        }

        boolean fits(int inputLength) {
            return inputLength > 0 && arrayLength(inputLength) <= LONGEST;
        }

        @Override
        public int stateBytes() {
            return 0;
        }

        @Override
        public int stateBytesForArray(int inputLength) {
            return Step.roundedUpToEight(4 * arrays * inputLength);
        }

        @Override
        public int arrayLength(int inputLength) {
            return arrays * inputLength;
        }
    }
}
