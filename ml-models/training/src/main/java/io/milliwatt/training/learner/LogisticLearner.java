package io.milliwatt.training.learner;

import io.milliwatt.training.example.TribuoDataset;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.tribuo.Dataset;
import org.tribuo.Example;
import org.tribuo.Feature;
import org.tribuo.ImmutableOutputInfo;
import org.tribuo.MutableDataset;
import org.tribuo.classification.Label;
import org.tribuo.classification.LabelFactory;
import org.tribuo.classification.sgd.linear.LinearSGDModel;
import org.tribuo.classification.sgd.linear.LinearSGDTrainer;
import org.tribuo.classification.sgd.objectives.LogMulticlass;
import org.tribuo.impl.ArrayExample;
import org.tribuo.math.la.DenseMatrix;
import org.tribuo.math.optimisers.AdaGrad;

/**
 * Multinomial logistic regression by stochastic gradients on standardised inputs; few passes are its only regularisation.
 *
 * @param epochs passes over the data
 * @param seed of the order in which examples are seen
 */
public record LogisticLearner(int epochs, long seed) implements Learner {
    /** Held strongly, or the level set on it would be lost with the logger. */
    private static final Logger GRADIENTS = Logger.getLogger("org.tribuo.common.sgd.AbstractSGDTrainer");

    private static final double LEARNING_RATE = 0.1;
    private static final double EPSILON = 0.1;

    @Override
    public String id() {
        return "logistic";
    }

    @Override
    public String description() {
        return "Tribuo LinearSGDTrainer, LogMulticlass, AdaGrad(" + LEARNING_RATE + ", " + EPSILON + "), " + epochs
                + " epochs, seed " + seed + ", standardised inputs";
    }

    @Override
    public TrainedClassifier train(Dataset<Label> data, int classCount) {
        GRADIENTS.setLevel(Level.WARNING); // it reports every start
        Standardisation standardisation = Standardisation.of(data);
        LinearSGDTrainer trainer = new LinearSGDTrainer(
                new LogMulticlass(), new AdaGrad(LEARNING_RATE, EPSILON), epochs, Integer.MAX_VALUE, 1, seed);
        LinearSGDModel model = (LinearSGDModel) trainer.train(standardised(data, standardisation));
        DenseMatrix learnt = model.getWeightsCopy();
        ImmutableOutputInfo<Label> outputs = model.getOutputIDInfo();
        int inputs = standardisation.inputs();
        double[][] weights = new double[classCount][inputs];
        double[] bias = new double[classCount];
        for (int label = 0; label < classCount; label++) {
            int row = outputs.getID(TribuoDataset.label(label));
            bias[label] = learnt.get(row, inputs);
            for (int i = 0; i < inputs; i++) {
                weights[label][i] = learnt.get(row, i) / standardisation.deviation(i);
                bias[label] -= weights[label][i] * standardisation.mean(i);
            }
        }
        return new TrainedLinear(weights, bias);
    }

    private static Dataset<Label> standardised(Dataset<Label> data, Standardisation standardisation) {
        MutableDataset<Label> scaled = new MutableDataset<>(data.getSourceProvenance(), new LabelFactory());
        String[] names = TribuoDataset.inputNames(standardisation.inputs());
        for (Example<Label> example : data) {
            double[] values = new double[names.length];
            int i = 0;
            for (Feature feature : example) {
                values[i] = (feature.getValue() - standardisation.mean(i)) / standardisation.deviation(i);
                i++;
            }
            scaled.add(new ArrayExample<>(example.getOutput(), names, values));
        }
        return scaled;
    }
}
