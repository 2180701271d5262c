package io.milliwatt.training.network;

/**
 * One layer. Signals run as [time][channel]; a dense layer reads all of them as one vector, time first. Layers with weights end in ReLU,
 * but for the last one, whose outputs are the logits of the classes.
 */
public sealed interface LayerDesign {
    /** Layers whose outputs can be pruned one by one. */
    sealed interface Weighted extends LayerDesign {
        int outputs();

        Weighted withOutputs(int outputs);
    }

    record Dense(int outputs) implements Weighted {
        public Dense {
            requirePositive(outputs, "units");
        }

        @Override
        public Dense withOutputs(int fewer) {
            return new Dense(fewer);
        }
    }

    /**
     * Without padding: (length − kernel) / stride + 1 steps in time remain.
     *
     * @param outputs filters
     */
    record Convolution(int outputs, int kernel, int stride) implements Weighted {
        public Convolution {
            requirePositive(outputs, "filters");
            requirePositive(kernel, "kernel");
            requirePositive(stride, "stride");
        }

        @Override
        public Convolution withOutputs(int fewer) {
            return new Convolution(fewer, kernel, stride);
        }
    }

    /** The largest of each {@code size} steps in time; a remainder at the end is left out. */
    record MaxPooling(int size) implements LayerDesign {
        public MaxPooling {
            requirePositive(size, "pool");
        }
    }

    /** The mean over time. */
    record GlobalAveragePooling() implements LayerDesign {}

    private static void requirePositive(int value, String name) {
        if (value < 1) {
            throw new IllegalArgumentException("a layer's " + name + " must be at least 1, not " + value);
        }
    }
}
