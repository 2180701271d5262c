package io.milliwatt.training.novelty;

import io.milliwatt.runtime.model.Model;
import java.util.List;

/** A way to learn how healthy windows look. Learners are deterministic. */
public sealed interface NoveltyLearner permits GaussianLearner, KMeansLearner {

    /** Short, for commands and files. */
    String id();

    /** Trainer and hyper-parameters. */
    String description();

    /**
     * A model of kind 5 or 6 whose class 1 wins for windows unlike these.
     *
     * @param healthy model inputs of at least two windows, all of the same length
     */
    Model train(List<short[]> healthy);
}
