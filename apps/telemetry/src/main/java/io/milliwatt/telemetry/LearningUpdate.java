package io.milliwatt.telemetry;

/**
 * What a node has learned about its own machine.
 *
 * @param stateKind which learner's state this is
 * @param state the learner's own encoding
 */
public record LearningUpdate(long recipeId, long recipeVersion, long stateKind, Octets state) implements FrameBody {
    public static final long KIND = 7;

    @Override
    public long kind() {
        return KIND;
    }
}
