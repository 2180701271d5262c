package io.milliwatt.training.network;

/**
 * What a network learns from.
 *
 * @param inputs one row per example, as the network takes them
 * @param labels class of each
 */
// Shared with the data set that lasts as long; never compared.
@SuppressWarnings("ArrayRecordComponent")
public record TrainingExamples(double[][] inputs, int[] labels) {
    public TrainingExamples {
        if (inputs.length != labels.length || inputs.length == 0) {
            throw new IllegalArgumentException(inputs.length + " inputs and " + labels.length + " labels do not agree");
        }
    }

    public int size() {
        return labels.length;
    }
}
