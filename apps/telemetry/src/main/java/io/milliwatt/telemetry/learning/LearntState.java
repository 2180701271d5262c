package io.milliwatt.telemetry.learning;

import io.milliwatt.telemetry.LearningUpdate;
import io.milliwatt.telemetry.Octets;
import java.util.Optional;

/** The state in a learning update, by its kind. */
public sealed interface LearntState {

    /** One place where the machine runs, and how widely each input spreads around it. */
    record Gaussian(LearntBaseline baseline) implements LearntState {
        static final long KIND = 1;
    }

    /** Several places where the machine runs. */
    record KMeans(LearntBaseline baseline) implements LearntState {
        static final long KIND = 2;
    }

    /** A kind, or a layout, that this side does not know. */
    record Unknown(long kind, Octets bytes) implements LearntState {}

    /** Reads what an update carries; bytes that are not a state of a known kind and layout are {@link Unknown}. */
    static LearntState of(LearningUpdate update) {
        Optional<LearntBaseline> baseline = LearntStateReader.read(update.state());
        if (baseline.isPresent() && update.stateKind() == Gaussian.KIND) {
            return new Gaussian(baseline.get());
        }
        if (baseline.isPresent() && update.stateKind() == KMeans.KIND) {
            return new KMeans(baseline.get());
        }
        return new Unknown(update.stateKind(), update.state());
    }
}
