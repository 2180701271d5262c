package io.milliwatt.runtime.model;

/**
 * A diagonal Gaussian: the distance to one mean in spreads of each input, against a threshold (kind 6). Class 0 "like the baseline" scores −distance, class
 * 1 −threshold, so class 1 wins when the distance exceeds the threshold ({@code bundle.md}).
 */
public record GaussianModel(Clusters clusters) implements Model {

    public GaussianModel {
        ModelShape.require(
                clusters.count() == 1, "A Gaussian has one mean, not " + clusters.count() + ": use k-means.");
    }

    @Override
    public int inputs() {
        return clusters.inputs();
    }

    @Override
    public int classes() {
        return 2;
    }

    @Override
    public int operations() {
        return clusters.operations();
    }

    @Override
    public void score(short[] inputs, short[] scores) {
        clusters.score(this, inputs, scores);
    }
}
