package io.milliwatt.runtime.model;

/**
 * K-means: the distance to the nearest of several centroids, against a threshold (kind 5). Class 0 "like the baseline" scores −distance, class
 * 1 −threshold, so class 1 wins when the distance exceeds the threshold ({@code bundle.md}).
 */
public record KMeansModel(Clusters clusters) implements Model {

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
