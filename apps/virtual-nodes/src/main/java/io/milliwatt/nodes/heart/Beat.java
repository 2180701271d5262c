package io.milliwatt.nodes.heart;

/**
 * A beat of the model, known before it is seen.
 *
 * @param timeSeconds of its R peak, from the first sample
 * @param intervalSeconds since the beat before
 */
public record Beat(double timeSeconds, double intervalSeconds, BeatShape shape) {

    public BeatKind kind() {
        return shape.kind();
    }
}
