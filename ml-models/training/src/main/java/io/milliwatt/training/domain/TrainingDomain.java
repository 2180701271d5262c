package io.milliwatt.training.domain;

import io.milliwatt.datasets.recording.RecordingException;
import io.milliwatt.training.pipeline.Progress;
import io.milliwatt.training.pipeline.TrainingTask;
import java.nio.file.Path;
import java.util.List;

/** A field that a model is trained for. A new one is a new record here and an entry in {@link #ALL}. */
public sealed interface TrainingDomain permits VibrationDomain {
    List<TrainingDomain> ALL = List.of(new VibrationDomain());

    /** As commands and folders name it, such as {@code vibration}. */
    String name();

    /**
     * Reads the recordings and turns them into examples.
     *
     * @param data the folder of the domain's data set, or its parent
     * @param seed of everything random
     */
    TrainingTask prepare(Path data, long seed, Progress progress) throws RecordingException;

    /** The domain of that name. */
    static TrainingDomain named(String name) {
        return ALL.stream()
                .filter(domain -> domain.name().equals(name))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("There is no training for '" + name
                        + "'; there is for: "
                        + String.join(
                                ", ", ALL.stream().map(TrainingDomain::name).toList()) + "."));
    }
}
