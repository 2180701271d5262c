package io.milliwatt.training.evaluation;

import io.milliwatt.training.example.InputSelection;
import io.milliwatt.training.example.LabelledWindow;
import io.milliwatt.training.example.TribuoDataset;
import io.milliwatt.training.learner.Learner;
import io.milliwatt.training.learner.TrainedClassifier;
import java.util.List;

/** A learner on a choice of inputs. */
public record Candidate(Learner learner, InputSelection inputs) {
    /** On the node's integers: what is quantized and exported. */
    public TrainedClassifier train(List<LabelledWindow> windows, int classCount) {
        return learner.train(TribuoDataset.of(windows, inputs), classCount);
    }

    /** On features in floating point: what quantization is measured against. */
    public TrainedClassifier trainReal(List<LabelledWindow> windows, int classCount) {
        return learner.train(TribuoDataset.ofReal(windows, inputs), classCount);
    }

    public String name() {
        return learner.id() + " on " + inputs.name();
    }
}
