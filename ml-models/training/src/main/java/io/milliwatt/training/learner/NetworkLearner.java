package io.milliwatt.training.learner;

import io.milliwatt.training.example.TribuoDataset;
import io.milliwatt.training.network.NetworkDesign;
import io.milliwatt.training.network.NetworkTrainer;
import io.milliwatt.training.network.TrainingExamples;
import io.milliwatt.training.network.TrainingPlan;
import java.util.List;
import org.tribuo.Dataset;
import org.tribuo.Example;
import org.tribuo.Feature;
import org.tribuo.classification.Label;

/**
 * A network of dense layers on standardised inputs.
 *
 * @param hidden units of each hidden layer
 * @param compression done after training; its fine-tuning follows the same plan
 */
public record NetworkLearner(List<Integer> hidden, TrainingPlan plan, NetworkCompression compression)
        implements Learner {
    public NetworkLearner {
        hidden = List.copyOf(hidden);
    }

    public NetworkLearner(List<Integer> hidden, TrainingPlan plan) {
        this(hidden, plan, NetworkCompression.none());
    }

    public NetworkLearner compressed(NetworkCompression wanted) {
        return new NetworkLearner(hidden, plan, wanted);
    }

    @Override
    public String id() {
        return "network";
    }

    @Override
    public String description() {
        return "dense layers of " + hidden + " ReLU units, TensorFlow's gradients, Adam(" + plan.learningRate() + "), "
                + plan.epochs() + " epochs, batches of " + plan.batch() + ", seed " + plan.seed() + ", "
                + compression.description();
    }

    @Override
    public TrainedClassifier train(Dataset<Label> data, int classCount) {
        Standardisation standardisation = Standardisation.of(data);
        int inputs = standardisation.inputs();
        double[][] raw = new double[data.size()][inputs];
        double[][] standardised = new double[data.size()][inputs];
        int[] labels = new int[data.size()];
        int row = 0;
        for (Example<Label> example : data) {
            labels[row] = TribuoDataset.classIndex(example.getOutput());
            int input = 0;
            for (Feature feature : example) {
                raw[row][input] = feature.getValue();
                standardised[row][input] =
                        (feature.getValue() - standardisation.mean(input)) / standardisation.deviation(input);
                input++;
            }
            row++;
        }
        NetworkDesign design = NetworkDesign.dense(
                inputs, classCount, hidden.stream().mapToInt(Integer::intValue).toArray());
        NetworkTrainer trainer = new NetworkTrainer(plan, new TrainingExamples(standardised, labels));
        return new TrainedNetwork(
                compression.apply(trainer.train(design), trainer), standardisation, raw, compression.precision());
    }
}
