package io.milliwatt.training.learner;

import org.tribuo.Dataset;
import org.tribuo.Example;
import org.tribuo.Feature;
import org.tribuo.classification.Label;

/** Mean and standard deviation of each input over a data set. */
final class Standardisation {
    private final double[] mean;
    private final double[] deviation;

    private Standardisation(double[] mean, double[] deviation) {
        this.mean = mean;
        this.deviation = deviation;
    }

    static Standardisation of(Dataset<Label> data) {
        int inputs = data.getFeatureMap().size();
        double[] mean = new double[inputs];
        double[] deviation = new double[inputs];
        for (Example<Label> example : data) {
            int i = 0;
            for (Feature feature : example) {
                mean[i++] += feature.getValue() / data.size();
            }
        }
        for (Example<Label> example : data) {
            int i = 0;
            for (Feature feature : example) {
                double distance = feature.getValue() - mean[i];
                deviation[i++] += distance * distance / data.size();
            }
        }
        for (int i = 0; i < inputs; i++) {
            // A constant input says nothing; any divisor will do.
            deviation[i] = deviation[i] > 0 ? Math.sqrt(deviation[i]) : 1;
        }
        return new Standardisation(mean, deviation);
    }

    int inputs() {
        return mean.length;
    }

    double mean(int input) {
        return mean[input];
    }

    double deviation(int input) {
        return deviation[input];
    }
}
