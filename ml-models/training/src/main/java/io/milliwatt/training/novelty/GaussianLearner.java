package io.milliwatt.training.novelty;

import io.milliwatt.runtime.model.GaussianModel;
import io.milliwatt.runtime.model.Model;
import java.util.List;

/**
 * Mean and standard deviation of each input.
 *
 * @param thresholdFactor the threshold is so many times the largest distance of a healthy window
 */
public record GaussianLearner(double thresholdFactor) implements NoveltyLearner {

    @Override
    public String id() {
        return "gaussian";
    }

    @Override
    public String description() {
        return "diagonal Gaussian; threshold " + thresholdFactor + " times the largest squared distance in training";
    }

    @Override
    public Model train(List<short[]> healthy) {
        double[] mean = HealthyWindows.mean(healthy);
        return new GaussianModel(HealthyWindows.quantized(healthy, List.of(mean), thresholdFactor));
    }
}
