package io.milliwatt.training.evaluation;

import io.milliwatt.training.example.InputSelection;
import io.milliwatt.training.example.LabelledWindow;
import io.milliwatt.training.example.TribuoDataset;
import io.milliwatt.training.learner.Learner;
import io.milliwatt.training.learner.TrainedClassifier;
import java.util.List;

/** A learner on a choice of inputs. */
public record Candidate(Learner learner, InputSelection inputs) {
    public TrainedClassifier train(List<LabelledWindow> windows, int classCount) {
        return learner.train(TribuoDataset.of(windows, inputs), classCount);
    }

    public String name() {
        return learner.id() + " on " + inputs.name();
    }
}
