package io.milliwatt.training.learner;

import org.tribuo.Dataset;
import org.tribuo.classification.Label;

/** A way to train a classifier that a node can run. Learners are deterministic: the same data and seed give the same model. */
public sealed interface Learner permits NearestCentroidLearner, LogisticLearner, ForestLearner, NetworkLearner {
    /** Short, for commands and files, such as {@code nearest-centroid}. */
    String id();

    /** Trainer and hyper-parameters, for the model card. */
    String description();

    /** @param classCount classes of the task; each must occur in the data */
    TrainedClassifier train(Dataset<Label> data, int classCount);
}
