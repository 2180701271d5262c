package io.milliwatt.training.learner;

import io.milliwatt.training.example.TribuoDataset;
import org.tribuo.Dataset;
import org.tribuo.Example;
import org.tribuo.Feature;
import org.tribuo.classification.Label;

/**
 * The mean of each class, with distances measured in standard deviations of each input over all classes: classes × inputs + inputs
 * numbers, nothing to tune.
 */
public record NearestCentroidLearner() implements Learner {
    @Override
    public String id() {
        return "nearest-centroid";
    }

    @Override
    public String description() {
        return "class means; inputs divided by their standard deviation over all training windows";
    }

    @Override
    public TrainedClassifier train(Dataset<Label> data, int classCount) {
        Standardisation standardisation = Standardisation.of(data);
        int inputs = standardisation.inputs();
        double[][] centroids = new double[classCount][inputs];
        int[] counts = new int[classCount];
        for (Example<Label> example : data) {
            int label = TribuoDataset.classIndex(example.getOutput());
            counts[label]++;
            int input = 0;
            for (Feature feature : example) {
                centroids[label][input++] += feature.getValue();
            }
        }
        double[] spread = new double[inputs];
        for (int input = 0; input < inputs; input++) {
            spread[input] = standardisation.deviation(input);
            for (int label = 0; label < classCount; label++) {
                centroids[label][input] /= counts[label];
            }
        }
        return new TrainedCentroids(centroids, spread);
    }
}
