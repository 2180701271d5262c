package io.milliwatt.telemetry;

/**
 * What a node has learned about its own machine.
 *
 * @param stateKind 1 Gaussian, 2 k-means
 * @param state as bundle.md has it; {@code LearntState} reads it
 */
public record LearningUpdate(long recipeId, long recipeVersion, long stateKind, Octets state) implements FrameBody {
    public static final long KIND = 7;

    @Override
    public long kind() {
        return KIND;
    }
}
